package org.acmconversation.release.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.acmconversation.decisionprobe.DecisionFinding;
import org.acmconversation.release.Change;
import org.acmconversation.release.DecisionReport;
import org.acmconversation.release.FileChange;
import org.acmconversation.release.Impact;
import org.acmconversation.release.ImpactReport;
import org.acmconversation.release.Migration;
import org.acmconversation.release.Publications;
import org.acmconversation.release.Release;
import org.acmconversation.release.Release.Removed;
import org.acmconversation.release.ReleaseFinding;
import org.acmconversation.release.ReleaseState;
import org.acmconversation.release.Releases;
import org.acmconversation.scenario.RehearsalResult;
import org.jspecify.annotations.Nullable;

/**
 * A release with all that is known about it.
 *
 * @param files of the release and its base
 */
record ReleaseResource(
        @JsonUnwrapped ReleaseItem release,
        List<FileChange> files,
        List<Removed> removedOnIntake,
        List<ReleaseFinding> findings,
        List<Change> changes,
        List<DecisionFinding> decisions,
        List<DecidedOtherwise> backTest,
        RehearsalResult scenarios,
        Impact impact,
        Migration migration) {

    /** A release in a list. */
    record ReleaseItem(
            long number,
            ReleaseState state,
            boolean active,
            @Nullable Long base,
            String author,
            @Nullable String approver,
            @Nullable String comment,
            Instant createdAt,
            @Nullable Instant publishedAt,
            String sha256) {

        static ReleaseItem of(Release release) {
            return new ReleaseItem(
                    release.number(),
                    release.state(),
                    release.active(),
                    release.base(),
                    release.author(),
                    release.approver(),
                    release.comment(),
                    release.createdAt(),
                    release.publishedAt(),
                    release.sha256());
        }
    }

    /** All releases and drafts. */
    record ReleasePage(List<ReleaseItem> items) {}

    /** How many past decisions would have a different result. */
    record DecidedOtherwise(String decision, int evaluated, int different) {}

    static ReleaseResource of(Release release, Releases releases, Publications publications) {
        long number = release.number();
        // Before the findings: otherwise the scenarios could end in between, and their warnings would be missing.
        RehearsalResult scenarios = releases.scenarios(number);
        DecisionReport decisions = releases.decisions(number);
        ImpactReport impact = publications.impact(number);
        return new ReleaseResource(
                ReleaseItem.of(release),
                releases.fileChanges(number),
                release.removedOnIntake(),
                releases.findings(number, impact),
                releases.changes(number),
                decisions.findings(),
                decisions.backTest().stream()
                        .map(test -> new DecidedOtherwise(test.decision(), test.evaluated(), test.different()))
                        .toList(),
                scenarios,
                impact.impact(),
                publications.migration(number));
    }
}
