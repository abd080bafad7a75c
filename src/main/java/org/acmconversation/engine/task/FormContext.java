package org.acmconversation.engine.task;

import java.util.Map;

/** Port to the data that forms can show besides the variables of their task. */
public interface FormContext {

    /**
     * Returns the data as JSON, by the name that forms use.
     *
     * @param businessKey of the task's process instance; null if it has none
     */
    Map<String, String> of(String businessKey);
}
