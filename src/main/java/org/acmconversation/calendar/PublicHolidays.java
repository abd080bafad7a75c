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

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private record CountryYear(String country, int year) {}

    private final Map<CountryYear, Set<LocalDate>> known = new ConcurrentHashMap<>();

    /**
     * Whether this is a country (ISO 3166-1, or Kosovo), optionally with a region (ISO 3166-2). Where Jollyday has the
     * holidays of several regions, it must be one of these: a mistyped region would silently lose its holidays.
     */
    static boolean isKnown(String country) {
        return COUNTRY.matcher(country).matches()
                && (COUNTRIES.contains(countryOf(country)) || hasCountry(country))
                && (country.length() == 2 || hasRegion(country) || !hasSeveralRegions(country));
    }

    /** The country of a region, or the country itself. */
    static String countryOf(String country) {
        return country.substring(0, 2);
    }

    boolean contain(String country, LocalDate day) {
        return known.computeIfAbsent(new CountryYear(country, day.getYear()), PublicHolidays::holidays)
                .contains(day);
    }

    /**
     * A country's holidays also apply in its regions. Jollyday lacks some countries, such as Puerto Rico and China: no
     * day is a holiday there.
     */
    private static Set<LocalDate> holidays(CountryYear which) {
        String country = which.country();
        if (!hasCountry(country)) {
            return Set.of();
        }
        String[] region = hasRegion(country) ? new String[] {region(country)} : new String[0];
        return manager(country).getHolidays(Year.of(which.year()), HolidayType.PUBLIC_HOLIDAY, region).stream()
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean hasCountry(String country) {
        return HolidayManager.getSupportedCalendarCodes().contains(countryOf(country));
    }

    private static boolean hasRegion(String country) {
        return country.length() > 2 && regions(country).contains(region(country));
    }

    private static boolean hasSeveralRegions(String country) {
        return regions(country).size() > 1;
    }

    /** Returns the regions of a country whose holidays are known, in Jollyday's spelling. */
    private static Set<String> regions(String country) {
        return hasCountry(country)
                ? manager(country).getCalendarHierarchy().getChildren().keySet()
                : Set.of();
    }

    private static HolidayManager manager(String country) {
        return HolidayManager.getInstance(
                ManagerParameters.create(countryOf(country).toLowerCase(Locale.ROOT)));
    }

    private static String region(String country) {
        return country.substring(3).toLowerCase(Locale.ROOT);
    }
}
