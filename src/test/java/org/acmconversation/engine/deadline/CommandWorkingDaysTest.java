package org.acmconversation.engine.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.acmconversation.engine.deadline.WorkingDays.Count;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

class CommandWorkingDaysTest {

    private final List<@Nullable String> reads = new ArrayList<>();

    @Test
    void readsTheDaysOfEachInstanceOnce() {
        var command = new CommandWorkingDays(provider());

        for (String key : Arrays.asList("one", "other", "one", null, null)) {
            Instant due = command.countFor(key).after(Instant.EPOCH, 3);
            assertThat(due).isEqualTo(Instant.EPOCH.plus(Duration.ofDays(3)));
        }

        assertThat(reads).containsExactly("one", "other", null);
    }

    @SuppressWarnings("unchecked")
    private ObjectProvider<WorkingDays> provider() {
        WorkingDays workingDays = key -> {
            reads.add(key);
            return new Count() {

                @Override
                public Instant after(Instant moment, int days) {
                    return moment.plus(Duration.ofDays(days));
                }

                @Override
                public Instant onWorkingDay(Instant moment) {
                    return moment;
                }
            };
        };
        ObjectProvider<WorkingDays> provider = mock(ObjectProvider.class);
        when(provider.getObject()).thenReturn(workingDays);
        return provider;
    }
}
