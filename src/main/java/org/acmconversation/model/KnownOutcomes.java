package org.acmconversation.model;

import java.util.Set;

/** Provides the possible outcomes of an engagement, as used by the end events of the main process. */
public interface KnownOutcomes {

    /** Returns the names of the outcomes. */
    Set<String> outcomes();
}
