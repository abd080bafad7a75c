package org.acmconversation.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Computes due dates in working days, which models write as {@code WD3}. */
public interface WorkingDays {

    /**
     * Returns the close of the working day a number of working days after a moment.
     *
     * @param businessKey business key of the process instance, which may have its own country and time zone
     */
    Instant after(Instant moment, int days, @Nullable String businessKey);
}
