package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The demonstration, told by the distribution: its questions know nothing of what is planted, and find all of it. */
class StoriesTest {

    @Test
    void every_planted_fault_is_found_by_the_answers_to_a_stewards_questions() {
        Distribution.Ended told = Distribution.run("demo", "--once");
        assertThat(told.out()).doesNotContain("✗").contains("Every planted fault was found.");
        assertThat(told.out().lines().filter(line -> line.contains("✓"))).hasSize(6);
        assertThat(told.exit()).isZero();
    }
}
