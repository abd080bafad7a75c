package org.acmconversation.engine.instance;

import java.util.Collection;
import java.util.Map;

/** Port to the numbers that another system uses for engagements. */
public interface BusinessKeyReferences {

    /** Returns the numbers by business key; unknown engagements are omitted. */
    Map<String, String> of(Collection<String> businessKeys);
}
