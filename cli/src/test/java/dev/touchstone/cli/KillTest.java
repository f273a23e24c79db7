package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.http.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A server that dies by SIGKILL again and again on one data folder, each time while clients hand in documents. */
class KillTest {
    private static final int CLIENTS = 4;
    private static final long PATIENCE_SECONDS = 120;

    @TempDir(factory = OpenFolder.class)
    private Path folder;

    /** Numbers of documents, never given twice. */
    private final AtomicInteger numbers = new AtomicInteger();

    /** Who dies with the server. */
    private enum Death {
        /** Nobody: PostgreSQL is asked to stop by the process that watches over it. */
        SERVER,
        /** The watcher: PostgreSQL goes on running, and nobody owns it. */
        SERVER_AND_WATCHER,
        /** PostgreSQL too, so that it has to recover. */
        SERVER_AND_POSTGRES
    }

    /**
     * One storm of captures and its end.
     *
     * @param acknowledgements so many documents are acknowledged when the server is killed; 0: as soon as one is on its way
     */
    private record Round(Death death, int acknowledgements) {}

    private static final List<Round> ROUNDS = List.of(
            new Round(Death.SERVER, 0),
            new Round(Death.SERVER_AND_WATCHER, 1),
            new Round(Death.SERVER_AND_POSTGRES, 7),
            new Round(Death.SERVER_AND_WATCHER, 18),
            new Round(Death.SERVER, 4),
            new Round(Death.SERVER_AND_POSTGRES, 2));

    @Test
    void what_was_acknowledged_is_there_whole_and_of_the_rest_nothing_or_all() throws IOException {
        Path data = folder.resolve("data");
        List<Delivery> whole = new ArrayList<>();
        List<Delivery> unanswered = List.of();
        for (Round round : ROUNDS) {
            try (ServerProcess server = ServerProcess.up(data)) {
                assertThatAllOfItIsThereOnce(whole, server);
                sendAgain(unanswered, server);
                whole.addAll(unanswered);

                Storm storm = new Storm(server).rageUntilKilled(round);
                whole.addAll(storm.acknowledged);
                unanswered = List.copyOf(storm.unanswered);
                assertThat(unanswered).as("%s interrupts captures", round).isNotEmpty();
            }
        }
        try (ServerProcess server = ServerProcess.up(data)) {
            sendAgain(unanswered, server);
            whole.addAll(unanswered);
            assertThatAllOfItIsThereOnce(whole, server);
            assertThat(Projections.countEvents(data))
                    .isEqualTo(whole.stream().mapToLong(Delivery::events).sum());
        }
        assertThatProjectionsEqualThoseOfARebuild(data);
    }

    private static void assertThatAllOfItIsThereOnce(List<Delivery> whole, ServerProcess server) throws IOException {
        for (Delivery delivery : whole) {
            assertThat(eventsOf(delivery, server))
                    .as("events of document %d, which was acknowledged", delivery.number())
                    .containsExactlyInAnyOrderElementsOf(delivery.eventIds());
        }
    }

    /** As clients do that got no answer. */
    private static void sendAgain(List<Delivery> unanswered, ServerProcess server) throws IOException {
        for (Delivery delivery : unanswered) {
            List<String> found = eventsOf(delivery, server);
            if (!found.isEmpty()) {
                assertThat(found)
                        .as("events of document %d, which nobody acknowledged: if any, all", delivery.number())
                        .containsExactlyInAnyOrderElementsOf(delivery.eventIds());
            }
            var answer = server.capture(delivery.document());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            assertThat(Json.MAPPER.readTree(answer.body()).path("duplicates").asInt())
                    .as("duplicates of document %d, sent again", delivery.number())
                    .isEqualTo(found.size());
        }
    }

    private static void assertThatProjectionsEqualThoseOfARebuild(Path data) {
        Map<String, String> grown;
        try (var _ = ServerProcess.up(data)) {
            grown = Projections.digests(data);
        }
        assertThat(Distribution.run("rebuild", "--data", data.toString()).exit())
                .isZero();
        try (var _ = ServerProcess.up(data)) {
            assertThat(Projections.digests(data)).isEqualTo(grown);
        }
    }

    /** Ids of the events of a document that the server gives back, each as often as it does. */
    private static List<String> eventsOf(Delivery delivery, ServerProcess server) throws IOException {
        JsonNode answer = server.json(
                "/epcis/events?perPage=1000&EQ_bizTransaction_po=" + ServerProcess.encoded(delivery.order()));
        return answer.findPath("eventList")
                .valueStream()
                .map(event -> event.path("eventID").asString())
                .toList();
    }

    /** Clients that hand in one document after the other until nobody answers any more. */
    private final class Storm {
        private final ServerProcess server;
        private final Queue<Delivery> acknowledged = new ConcurrentLinkedQueue<>();
        private final Queue<Delivery> unanswered = new ConcurrentLinkedQueue<>();
        private final Set<String> refusals = Collections.synchronizedSet(new TreeSet<>());
        private final CountDownLatch sent = new CountDownLatch(1);

        Storm(ServerProcess server) {
            this.server = server;
        }

        Storm rageUntilKilled(Round round) throws IOException {
            CountDownLatch enough = new CountDownLatch(round.acknowledgements());
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(Thread.ofVirtual().start(() -> handIn(enough)));
            }
            await(sent);
            await(enough);
            strike(round.death());
            for (Thread client : clients) {
                join(client);
            }
            assertThat(refusals).as("answers other than 202").isEmpty();
            return this;
        }

        private void handIn(CountDownLatch enough) {
            while (true) {
                Delivery delivery = Delivery.of(numbers.incrementAndGet());
                sent.countDown();
                try {
                    var answer = server.capture(delivery.document());
                    if (answer.statusCode() == 202) {
                        acknowledged.add(delivery);
                        enough.countDown();
                    } else {
                        unanswered.add(delivery);
                        refusals.add(answer.body());
                        return;
                    }
                } catch (IOException nobodyAnswers) {
                    unanswered.add(delivery);
                    return;
                }
            }
        }

        private void strike(Death death) throws IOException {
            ProcessHandle postgres = server.postgres();
            switch (death) {
                case SERVER -> server.kill();
                case SERVER_AND_WATCHER -> {
                    server.watcher().destroyForcibly();
                    server.kill();
                    assertThat(postgres.isAlive()).as("PostgreSQL is an orphan").isTrue();
                }
                case SERVER_AND_POSTGRES -> {
                    server.kill();
                    postgres.destroyForcibly();
                }
            }
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void join(Thread client) {
            try {
                client.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
