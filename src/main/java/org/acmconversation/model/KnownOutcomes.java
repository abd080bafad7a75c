package org.acmconversation.model;

import java.util.Set;

/** Answers which outcomes an engagement can have, as the end events of the main process name them. */
public interface KnownOutcomes {

    /** Their names. */
    Set<String> outcomes();
}
