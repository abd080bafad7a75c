package org.acmconversation.engagement;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.acmconversation.calendar.WorkingCalendars;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Conditions on due dates: today and this week in the reader's time zone, working days of each engagement's place. */
@Component
class DueConditions {

    private final WorkingCalendars calendars;
    private final DueSoonLimits dueSoon;

    DueConditions(WorkingCalendars calendars, DueSoonLimits dueSoon) {
        this.calendars = calendars;
        this.dueSoon = dueSoon;
    }

    /**
     * A condition on due dates.
     *
     * @param span the period of all due dates that may match
     * @param further SQL condition on the engagement's place and {@code place.due_at}, if the period depends on it
     */
    record Condition(Due.Span span, @Nullable String further, Map<String, Object> parameters) {

        static final Condition NONE = new Condition(new Due.Span(null, null), null, Map.of());
    }

    Condition condition(EngagementFilter filter, Instant now) {
        Due due = filter.due();
        if (due == null) {
            return Condition.NONE;
        }
        if (due != Due.SOON && due != Due.ON_TIME) {
            Due.Span span = due.span(now, calendars.in(Objects.requireNonNull(filter.zone())));
            return new Condition(span, null, Map.of());
        }
        DueSoonLimits.Ends ends = dueSoon.after(now);
        Due.Span span = due == Due.SOON ? new Due.Span(now, ends.latest()) : new Due.Span(ends.earliest(), null);
        return ends.others().isEmpty()
                ? new Condition(span, null, Map.of())
                : byPlace(span, due == Due.SOON ? "<" : ">=", ends);
    }

    private static Condition byPlace(Due.Span span, String comparison, DueSoonLimits.Ends ends) {
        Map<String, Object> parameters = new HashMap<>();
        var end = new StringBuilder("case");
        ends.others().forEach((place, instant) -> {
            int number = parameters.size();
            end.append(" when engagement.country = :country%1$d and engagement.time_zone = :zone%1$d then %2$s"
                    .formatted(number, time("end" + number)));
            parameters.put("country" + number, place.country());
            parameters.put("zone" + number, place.timeZone());
            parameters.put("end" + number, utc(instant));
        });
        end.append(" else ").append(time("usualEnd")).append(" end");
        parameters.put("usualEnd", utc(ends.usual()));
        return new Condition(span, "place.due_at %s %s".formatted(comparison, end), parameters);
    }

    private static String time(String parameter) {
        return "cast(:" + parameter + " as timestamp)";
    }

    /** The engine stores times without a zone; they are UTC. */
    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
