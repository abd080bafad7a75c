package org.acmconversation.engine.instance;

import java.util.Collection;
import java.util.Map;

/** Port to the numbers that another system uses for cases. */
public interface CaseReferences {

    /** Returns the numbers by business key; unknown cases are omitted. */
    Map<String, String> of(Collection<String> businessKeys);
}
