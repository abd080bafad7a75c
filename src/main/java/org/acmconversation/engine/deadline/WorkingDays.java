package org.acmconversation.engine.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Computes due dates in working days, which models write as {@code WD3}. */
public interface WorkingDays {

    /** The working days of one country and time zone. */
    @FunctionalInterface
    interface Count {

        /** Returns the close of the working day a number of working days after a moment. */
        Instant after(Instant moment, int days);
    }

    /**
     * Returns the current working days of a process instance.
     *
     * @param businessKey business key of the process instance, which may have its own country and time zone
     */
    Count countFor(@Nullable String businessKey);
}
