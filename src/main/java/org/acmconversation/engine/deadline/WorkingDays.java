package org.acmconversation.engine.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Computes due dates in working days, which models write as {@code WD3}. */
public interface WorkingDays {

    /** The working days of one country and time zone. */
    interface Count {

        /** Returns the close of the working day a number of working days after a moment. */
        Instant after(Instant moment, int days);

        /** Returns the moment, or the same time of the last working day before if its day is a day off. */
        Instant onWorkingDay(Instant moment);
    }

    /**
     * Returns the current working days of a process instance.
     *
     * @param businessKey business key of the process instance, which may have its own country and time zone
     */
    Count countFor(@Nullable String businessKey);
}
