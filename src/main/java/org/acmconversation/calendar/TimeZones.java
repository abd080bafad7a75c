package org.acmconversation.calendar;

import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The time zones that people choose from, by their names in the IANA time zone database. */
public final class TimeZones {

    /** What a client should send instead of an unknown time zone. */
    public static final String EXPECTED = "must be a time zone such as Europe/Madrid or UTC";

    private static final Pattern USUAL =
            Pattern.compile("UTC|(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*");

    private TimeZones() {}

    /** Whether a time zone exists. */
    public static boolean isKnown(String timeZone) {
        return ZoneId.getAvailableZoneIds().contains(timeZone);
    }

    /**
     * Returns the name as the database spells it, for a name with spaces or other capitals; unknown names unchanged.
     */
    public static String spelled(String typed) {
        String name = typed.replace(' ', '_');
        return ZoneId.getAvailableZoneIds().stream()
                .filter(known -> known.equalsIgnoreCase(name))
                .findFirst()
                .orElse(typed);
    }

    /**
     * Returns the time zones that a page offers, in alphabetical order.
     *
     * @param current the one that is chosen, which is offered, too, however unusual
     */
    public static List<String> offered(@Nullable String current) {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> USUAL.matcher(zone).matches() || zone.equals(current))
                .sorted()
                .toList();
    }
}
