package org.acmconversation.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Every exception of ours that refuses a start is shown as its sentence alone. */
class RefusedStartTest {

    private final RefusedStartFailureAnalyzer refusedStart = new RefusedStartFailureAnalyzer();

    /** As for settings that other nodes have with other values. */
    private static class DifferentException extends RuntimeException {

        DifferentException() {
            super("Another node has other settings");
        }
    }

    @Test
    void showsExceptionsOfOurOwnTypes() {
        var failure = new BeanCreationException("heartbeat", "cannot be created", new DifferentException());

        assertThat(refusedStart.analyze(failure))
                .extracting(FailureAnalysis::getDescription)
                .isEqualTo("Another node has other settings");
    }

    /** A bean that fails makes those fail that need it. */
    @Test
    void showsExceptionsBehindMany() {
        Exception failure = new DifferentException();
        for (int bean = 0; bean < 30; bean++) {
            failure = new BeanCreationException("bean " + bean, "cannot be created", failure);
        }

        assertThat(refusedStart.analyze(failure))
                .extracting(FailureAnalysis::getDescription)
                .isEqualTo("Another node has other settings");
    }

    @Test
    void ignoresExceptionsOfOthers() {
        assertThat(refusedStart.analyze(new BeanCreationException("heartbeat", "cannot be created")))
                .isNull();
    }
}
