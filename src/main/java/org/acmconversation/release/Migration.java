package org.acmconversation.release;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the running engagements have moved to a release.
 *
 * @param planned how many were to move
 * @param failed how many stay in their old version
 * @param left how many are still to move
 * @param reasons why some stay
 */
public record Migration(State state, long planned, long migrated, long failed, long left, List<Reason> reasons) {

    static final Migration NONE = new Migration(State.NONE, 0, 0, 0, 0, List.of());

    /** States of a migration. */
    public enum State {
        NONE,
        RUNNING,
        DONE
    }

    /**
     * Why engagements stay.
     *
     * @param text in the analysts' language
     * @param details what the engine said of one of them, in English
     */
    public record Reason(String text, long count, @Nullable String details) {}
}
