package org.acmconversation.engagement.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acmconversation.engagement.CurrentActivity;
import org.acmconversation.engagement.Engagement;
import org.acmconversation.engagement.EngagementState;
import org.acmconversation.engagement.NextAction;
import org.jspecify.annotations.Nullable;

/**
 * An engagement as a row of an export. The first columns are those that an import needs; new ones are added at the end.
 */
class ExportRow {

    /** The header row. */
    static final List<Object> HEADER = List.copyOf(Stream.concat(
                    ImportRow.COLUMNS.stream(),
                    Stream.of(
                            "id",
                            "status",
                            "outcome",
                            "startedAt",
                            "endedAt",
                            "currentActivities",
                            "owners",
                            "dueAt",
                            "waitingFor",
                            "nextAction",
                            "nextActionDate",
                            "nextActionOwner",
                            "lastNoteAt",
                            "country",
                            "timeZone"))
            .toList());

    private ExportRow() {}

    /** @param zone time zone of the times, because spreadsheets store none */
    static List<Object> of(EngagementState state, ZoneId zone) {
        Engagement engagement = state.engagement();
        List<CurrentActivity> activities = state.currentActivities();
        NextAction next = state.followUp().nextAction();
        return Arrays.asList(
                engagement.externalId(),
                engagement.customer().name(),
                engagement.customer().tenantId(),
                engagement.segment(),
                engagement.licenses(),
                joined(engagement.services()),
                joined(engagement.initiatives()),
                engagement.entryCriteria().kickoffHeld(),
                engagement.entryCriteria().benefitUnderstood(),
                engagement.entryCriteria().resourcesClear(),
                engagement.entryCriteria().inEnterpriseAdoptionProgram(),
                engagement.id(),
                engagement.status(),
                engagement.outcome(),
                time(engagement.startedAt(), zone),
                time(engagement.endedAt(), zone),
                joined(activities.stream().map(CurrentActivity::name).toList()),
                joined(activities.stream().map(CurrentActivity::assignee).toList()),
                activities.stream()
                        .map(CurrentActivity::dueAt)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .map(due -> time(due, zone))
                        .orElse(null),
                joined(state.waitingFor()),
                next == null ? null : next.action(),
                next == null ? null : next.date(),
                next == null ? null : next.owner(),
                time(state.followUp().lastNoteAt(), zone),
                engagement.country(),
                engagement.timeZone());
    }

    private static String joined(Collection<?> values) {
        return values.stream()
                .filter(Objects::nonNull)
                .map(Object::toString)
                .distinct()
                .collect(Collectors.joining("|"));
    }

    private static @Nullable LocalDateTime time(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, zone).truncatedTo(ChronoUnit.SECONDS);
    }
}
