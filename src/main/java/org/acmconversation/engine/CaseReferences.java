package org.acmconversation.engine;

import java.util.Collection;
import java.util.Map;

/** Knows by which number another system calls a case. */
public interface CaseReferences {

    /** The numbers by business key, without those of unknown cases. */
    Map<String, String> of(Collection<String> businessKeys);
}
