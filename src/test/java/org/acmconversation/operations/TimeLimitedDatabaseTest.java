package org.acmconversation.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.acmconversation.operations.TimeLimitedDatabase.LateException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A query of an unreachable database fails soon. */
class TimeLimitedDatabaseTest {

    private final TimeLimitedDatabase impatient = new TimeLimitedDatabase("impatient-", Duration.ofMillis(50));
    private final CountDownLatch back = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void close() {
        back.countDown();
        impatient.close();
    }

    @Test
    void returnsResultsAndExceptions() {
        var patient = new TimeLimitedDatabase("patient-", Duration.ofMinutes(1));
        assertThat(patient.ask(() -> 7)).isEqualTo(7);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> patient.ask(() -> {
                    throw new IllegalArgumentException("wrong");
                }));
        patient.close();
    }

    @Test
    void failsFastWhileAQueryHangs() {
        assertThatExceptionOfType(LateException.class).isThrownBy(() -> impatient.ask(this::askWhileAway));
        assertThatExceptionOfType(LateException.class).isThrownBy(() -> impatient.ask(asked::incrementAndGet));
        assertThat(asked).hasValue(0);

        back.countDown();

        await().ignoreExceptions().until(() -> impatient.ask(asked::incrementAndGet) > 0);
    }

    private boolean askWhileAway() {
        try {
            back.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }
}
