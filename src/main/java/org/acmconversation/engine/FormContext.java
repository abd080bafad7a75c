package org.acmconversation.engine;

import java.util.Map;

/** What forms can show beside the variables of their task. */
public interface FormContext {

    /**
     * The names that forms may use, and what they stand for as JSON.
     *
     * @param businessKey of the task's process instance; null if it has none
     */
    Map<String, String> of(String businessKey);
}
