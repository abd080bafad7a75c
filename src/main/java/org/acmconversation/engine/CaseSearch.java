package org.acmconversation.engine;

import java.util.List;

/** Finds process instances by what people call the case that they are about. */
public interface CaseSearch {

    /**
     * The business keys of cases that go on.
     *
     * @param text as somebody typed it, not blank
     * @param limit how many at most
     */
    List<String> businessKeys(String text, int limit);
}
