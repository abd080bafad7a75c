package org.acmconversation.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Computes due dates in working days, which models write as {@code WD3}. */
public interface WorkingDays {

    /**
     * The end of the working day that is some working days after a moment.
     *
     * @param businessKey of the process instance, which may have a country and time zone of its own
     */
    Instant after(Instant moment, int days, @Nullable String businessKey);
}
