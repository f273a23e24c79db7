package dev.touchstone.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How PostgreSQL's programs run without root's rights, which they refuse.
 *
 * @param prefix the command that drops the rights, in front of each program; empty for an ordinary user
 * @param user whom the programs then run as, when that is someone else than the owner of this process
 */
record RunAs(List<String> prefix, Optional<String> user) {
    private static final RunAs SELF = new RunAs(List.of(), Optional.empty());

    /**
     * In a user namespace without any mapping, root has no rights but those of the owner of root's files, and programs see the user
     * "nobody". The other two really run as another user.
     */
    private static final RunAs NAMESPACE = new RunAs(List.of("unshare", "--user"), Optional.empty());

    private static final List<String> ORDINARY_USERS = List.of("postgres", "nobody");
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(20);

    /** @throws DatabaseException when this is root and the machine has no way to run the program as anyone else */
    static RunAs choose(String program) {
        if (new UnixSystem().getUid() != 0) {
            return SELF;
        }
        return waysOfRoot().filter(way -> way.works(program)).findFirst().orElseThrow(() -> new DatabaseException("""
                PostgreSQL does not run as root, and none of "unshare --user", "setpriv" and "runuser" \
                (as the user postgres or nobody) can run it otherwise here. \
                Start Touchstone as an ordinary user, or name a PostgreSQL 15 or newer with TOUCHSTONE_DATABASE_URL."""));
    }

    static Stream<RunAs> waysOfRoot() {
        return Stream.concat(
                Stream.of(NAMESPACE), ORDINARY_USERS.stream().flatMap(user -> Stream.of(setpriv(user), runuser(user))));
    }

    static RunAs setpriv(String user) {
        return new RunAs(
                List.of("setpriv", "--reuid=" + user, "--regid=" + groupOf(user), "--clear-groups", "--inh-caps=-all"),
                Optional.of(user));
    }

    static RunAs runuser(String user) {
        return new RunAs(List.of("runuser", "-u", user, "--"), Optional.of(user));
    }

    private static String groupOf(String user) {
        Command id = Command.run(PROBE_LIMIT, List.of("id", "-g", user));
        return id.succeeded() ? id.output() : user;
    }

    /** Whether this way exists here, gives up root, and lets the program be reached. */
    boolean works(String program) {
        String probe = "[ \"$(id -u)\" != 0 ] && \"$0\" --version";
        return Command.run(PROBE_LIMIT, command(List.of("sh", "-c", probe, program)))
                .succeeded();
    }

    List<String> command(List<String> program) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(program);
        return command;
    }

    /**
     * Hands a file or a folder with all that is in it to the user as whom PostgreSQL runs, unless it is that user's already.
     *
     * @throws DatabaseException when that user cannot enter the folder above it
     */
    void own(Path path) throws IOException {
        if (new UnixSystem().getUid() != 0) {
            return;
        }
        UserPrincipal owner =
                path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user.orElse("root"));
        if (!Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.toList()) {
                    Files.setOwner(file, owner);
                }
            }
        }
        Path above = path.getParent();
        if (!Command.run(PROBE_LIMIT, command(List.of("test", "-x", above.toString())))
                .succeeded()) {
            throw new DatabaseException(
                    "PostgreSQL does not run as root but as the user %s here, who cannot enter %s. Choose a folder that others may enter with --data, such as /var/lib/touchstone."
                            .formatted(user.orElse("nobody"), above));
        }
    }
}
