package org.acmconversation.engine.instance;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides whether a process may be started. Called within the transaction of every start. */
public interface StartCheck {

    /**
     * Checks a start.
     *
     * @param processKey id of the process in its model
     * @param businessKey null if it is started without one
     * @return why it may not be started and what to do instead, as a sentence for people; empty if it may be started
     */
    Optional<String> objection(String processKey, @Nullable String businessKey);
}
