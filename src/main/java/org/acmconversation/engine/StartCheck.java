package org.acmconversation.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says whether a process may be started. Asked within the transaction that starts it, whoever starts it. */
public interface StartCheck {

    /**
     * Checks a start.
     *
     * @param processKey id of the process in its model
     * @param businessKey null if it is started without one
     * @return why it may not be started, and the way to go instead, for people; empty if it may
     */
    Optional<String> objection(String processKey, @Nullable String businessKey);
}
