package org.acmconversation.release;

/** States of a release. */
public enum ReleaseState {
    /** Being prepared. */
    DRAFT,
    /** The active release. */
    PUBLISHED,
    /** Was active before another one. */
    REPLACED
}
