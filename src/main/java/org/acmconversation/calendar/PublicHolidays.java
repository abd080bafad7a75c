package org.acmconversation.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The public holidays of countries and regions, from Jollyday. */
class PublicHolidays {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

    private record CountryYear(String country, int year) {}

    private final Map<CountryYear, Set<LocalDate>> known = new ConcurrentHashMap<>();

    /** Whether there is a calendar for a country, and for its region if it has one. */
    static boolean isKnown(String country) {
        if (!COUNTRY.matcher(country).matches()
                || !HolidayManager.getSupportedCalendarCodes().contains(countryOf(country))) {
            return false;
        }
        String[] region = region(country);
        return region.length == 0
                || manager(country).getCalendarHierarchy().getChildren().containsKey(region[0]);
    }

    /** The country of a region, or the country itself. */
    static String countryOf(String country) {
        return country.substring(0, 2);
    }

    boolean contain(String country, LocalDate day) {
        return known.computeIfAbsent(new CountryYear(country, day.getYear()), PublicHolidays::holidays)
                .contains(day);
    }

    /** A country's holidays also apply in its regions. */
    private static Set<LocalDate> holidays(CountryYear which) {
        return manager(which.country())
                .getHolidays(Year.of(which.year()), HolidayType.PUBLIC_HOLIDAY, region(which.country()))
                .stream()
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static HolidayManager manager(String country) {
        return HolidayManager.getInstance(ManagerParameters.create(code(country)));
    }

    private static String code(String country) {
        return countryOf(country).toLowerCase(Locale.ROOT);
    }

    private static String[] region(String country) {
        return country.length() == 2
                ? new String[0]
                : new String[] {country.substring(3).toLowerCase(Locale.ROOT)};
    }
}
