package org.acmconversation.release;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release, or the draft of one, without its files.
 *
 * @param active whether new engagements start with it
 * @param base number of the release that its author started from; null for the first one
 * @param rebasedFrom number of the base that a draft had before another release became active; null if it had none
 * @param origin who made it
 * @param approver who published it, or null
 * @param comment null if there is none
 * @param sha256 of its files
 * @param deploymentId the engine's deployment; null for a draft, and for models that people deployed before there were
 *     releases
 * @param removedOnIntake what was removed from its files on upload
 * @param jar the application's jar that it came with; unknown for a person's
 */
public record Release(
        long number,
        ReleaseState state,
        boolean active,
        @Nullable Long base,
        @Nullable Long rebasedFrom,
        Origin origin,
        String author,
        @Nullable String approver,
        @Nullable String comment,
        Instant createdAt,
        @Nullable Instant publishedAt,
        String sha256,
        @Nullable String deploymentId,
        List<Removed> removedOnIntake,
        Jar jar) {

    /** Who made a release. */
    public enum Origin {
        PERSON,
        JAR
    }

    /**
     * What was taken out of a file because nobody sees it in Modeler.
     *
     * @param what in words for people
     */
    public record Removed(String path, String what) {}

    /**
     * A jar of the application.
     *
     * @param version null if unknown
     * @param builtAt build time; null if unknown, as in a development environment
     */
    public record Jar(@Nullable String version, @Nullable Instant builtAt) {

        static final Jar UNKNOWN = new Jar(null, null);

        boolean isOlderThan(Jar other) {
            return builtAt != null && other.builtAt != null && builtAt.isBefore(other.builtAt);
        }
    }

    boolean isDraft() {
        return state == ReleaseState.DRAFT;
    }
}
