package org.acmconversation.engagement;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.acmconversation.calendar.WorkingCalendar;
import org.acmconversation.calendar.WorkingCalendars;
import org.springframework.stereotype.Component;

/** Until when tasks are due soon: within a working day of their engagement's country and time zone. */
@Component
public class DueSoonLimits {

    private final LocationRepository repository;
    private final WorkingCalendars calendars;

    DueSoonLimits(LocationRepository repository, WorkingCalendars calendars) {
        this.repository = repository;
        this.calendars = calendars;
    }

    /**
     * The ends of {@link Due#SOON}, exclusive.
     *
     * @param usual the end at most places
     * @param others the end at places where it differs, because tomorrow is a day off there and not elsewhere
     */
    public record Ends(Instant usual, Map<Location, Instant> others) {

        /** Returns the end at a place. */
        public Instant at(Location place) {
            return others.getOrDefault(place, usual);
        }

        /** Returns the first end of all places. */
        public Instant earliest() {
            return all().min(Instant::compareTo).orElse(usual);
        }

        /** Returns the last end of all places. */
        public Instant latest() {
            return all().max(Instant::compareTo).orElse(usual);
        }

        /** Returns the ends at all places. */
        public Stream<Instant> all() {
            return Stream.concat(Stream.of(usual), others.values().stream());
        }
    }

    /** Returns the ends at all places of engagements. */
    public Ends after(Instant now) {
        Instant usual = end(now, calendars.of(null, null));
        Map<Location, Instant> others = new HashMap<>();
        for (Location place : repository.all()) {
            Instant end = end(now, calendars.of(place.country(), place.timeZone()));
            if (!end.equals(usual)) {
                others.put(place, end);
            }
        }
        return new Ends(usual, others);
    }

    /** Returns the ends at the places of engagements, by their ids. */
    public Map<UUID, Instant> of(Collection<UUID> engagementIds, Ends ends) {
        Map<UUID, Instant> found = new HashMap<>();
        repository.of(engagementIds).forEach((id, place) -> found.put(id, ends.at(place)));
        return found;
    }

    private static Instant end(Instant now, WorkingCalendar calendar) {
        return Objects.requireNonNull(Due.SOON.span(now, calendar).before());
    }
}
