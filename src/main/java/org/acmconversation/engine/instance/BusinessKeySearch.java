package org.acmconversation.engine.instance;

import java.util.List;

/** Port that finds engagements by the names and numbers that people use. */
public interface BusinessKeySearch {

    /**
     * Returns the business keys of running engagements.
     *
     * @param text the text as typed, not blank
     * @param limit maximum number of keys
     */
    List<String> businessKeys(String text, int limit);
}
