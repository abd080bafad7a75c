package org.acmconversation.engagementpage.web;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.acmconversation.timeline.Timeline;
import org.acmconversation.timeline.TimelineEntry;
import org.acmconversation.webpage.PeopleNames;
import org.acmconversation.webpage.TimeFormats;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Renders timeline entries as sentences. */
@Component
class TimelineSentences {

    private static final String OWNER = "owner";
    private static final String PREVIOUS = "previousAssignee";

    private final MessageSource messages;
    private final ProfileChanges changes;
    private final PeopleNames names;

    TimelineSentences(MessageSource messages, ProfileChanges changes, PeopleNames names) {
        this.messages = messages;
        this.changes = changes;
        this.names = names;
    }

    /**
     * One sentence.
     *
     * @param details further details, one per line
     */
    record Sentence(Instant at, String text, List<String> details) {}

    /** Returns the sentences in the order of the entries. */
    List<Sentence> of(List<TimelineEntry> entries, TimeFormats moments, Locale locale) {
        return entries.stream()
                .map(entry -> new Sentence(
                        entry.at(),
                        text(
                                key(entry),
                                locale,
                                actor(entry, locale),
                                entry.name(),
                                subject(entry, moments, locale),
                                name(entry.detail().get(PREVIOUS))),
                        details(entry, locale)))
                .toList();
    }

    /** A task that somebody else had is taken over; a substitute is named as one. */
    private static String key(TimelineEntry entry) {
        Object previous = entry.detail().get(PREVIOUS);
        boolean isOfAColleague = previous != null
                && !previous.equals(entry.actor())
                && !previous.equals(entry.detail().get(OWNER));
        return "timeline." + entry.event() + (isOfAColleague ? ".from" : "");
    }

    private @Nullable String actor(TimelineEntry entry, Locale locale) {
        if (Timeline.SYSTEM.equals(entry.actor())) {
            return text("timeline.system", locale);
        }
        Object owner = entry.detail().get(OWNER);
        return owner != null && entry.actor().equals(entry.detail().get("assignee"))
                ? text("timeline.substitute", locale, name(entry.actor()), name(owner))
                : name(entry.actor());
    }

    private @Nullable String name(@Nullable Object user) {
        return user == null ? null : names.of(user.toString());
    }

    /** Returns the subject of the sentence, apart from actor and task. */
    private @Nullable String subject(TimelineEntry entry, TimeFormats moments, Locale locale) {
        Map<String, Object> detail = entry.detail();
        return switch (entry.event()) {
            case TASK_ASSIGNED -> name(detail.get("assignee"));
            case TASK_RESCHEDULED -> moment(detail, moments, locale);
            case CONVERSATION_RESCHEDULED -> moments.dateTime(Instant.parse(String.valueOf(detail.get("at"))));
            case CALL_INVITATION_SENT, CALL_INVITATION_UPDATED, CALL_INVITATION_CANCELED ->
                detail.containsKey("recipients")
                        ? text("timeline.people", locale, detail.get("recipients"))
                        : text("timeline.erased", locale);
            case DECISION_MADE -> result(detail.get("result"), locale);
            case NEXT_ACTION_PLANNED -> String.valueOf(detail.getOrDefault("action", text("timeline.erased", locale)));
            case FTOP_TASK_CREATED, FTOP_TASK_CLOSED -> text("ftop.status." + detail.get("status"), locale);
            case ENGAGEMENT_ENDED -> text("outcome." + detail.get("outcome"), locale);
            default -> "";
        };
    }

    private String moment(Map<String, Object> detail, TimeFormats moments, Locale locale) {
        Object moment = detail.containsKey("dueAt") ? detail.get("dueAt") : detail.get("followUpAt");
        return moment == null ? text("timeline.noDate", locale) : moments.dateTime(Instant.parse(moment.toString()));
    }

    private String result(@Nullable Object result, Locale locale) {
        if (result instanceof Collection<?> rows) {
            return text("timeline.rows", locale, rows.size());
        }
        if (result instanceof Boolean holds) {
            return text(holds ? "timeline.yes" : "timeline.no", locale);
        }
        return result == null
                ? text("timeline.noResult", locale)
                : messages.getMessage("decision." + result, null, result.toString(), locale);
    }

    private List<String> details(TimelineEntry entry, Locale locale) {
        return switch (entry.event()) {
            case ENGAGEMENT_WITHDRAWN -> text(entry.detail().get("reason"));
            case TASK_COMMENTED, STATUS_NOTED -> text(entry.detail().get("text"));
            case PROFILE_CHANGED -> changes.of(entry, locale);
            default -> List.of();
        };
    }

    /** Empty if it was erased. */
    private static List<String> text(@Nullable Object text) {
        return text == null ? List.of() : List.of(text.toString());
    }

    private String text(String key, Locale locale, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
