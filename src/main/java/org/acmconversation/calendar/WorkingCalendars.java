package org.acmconversation.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Working days of countries and regions, from public holidays and company days off. */
@Component
public class WorkingCalendars {

    /** How far back company days off are read, because due dates are counted from an engagement's start. */
    private static final int YEARS_BACK = 2;

    private final PublicHolidays holidays = new PublicHolidays();
    private final CompanyDays companyDays;
    private final CalendarProperties defaults;
    private final Clock clock;

    WorkingCalendars(CompanyDays companyDays, CalendarProperties defaults, Clock clock) {
        this.companyDays = companyDays;
        this.defaults = defaults;
        this.clock = clock;
    }

    /** Whether this is a country or region (ISO 3166), such as {@code MX} or {@code ES-MD}. */
    public static boolean isKnown(String country) {
        return PublicHolidays.isKnown(country);
    }

    /** Returns the default country. */
    public String defaultCountry() {
        return defaults.country();
    }

    /** Returns Spanish as in the default country, since numbers differ; other languages as they are. */
    public Locale inDefaultCountry(Locale language) {
        return language.getLanguage().equals("es")
                ? new Locale.Builder()
                        .setLocale(language)
                        .setRegion(PublicHolidays.countryOf(defaults.country()))
                        .build()
                : language;
    }

    /** Returns the default time zone. */
    public String defaultTimeZone() {
        return defaults.timeZone();
    }

    /** Returns the default country's working days in a time zone. */
    public WorkingCalendar in(ZoneId zone) {
        return of(null, zone.getId());
    }

    /**
     * Returns the current working days of a country.
     *
     * @param country null for the default
     * @param timeZone null for the default
     */
    public WorkingCalendar of(@Nullable String country, @Nullable String timeZone) {
        String where = country == null ? defaults.country() : country;
        ZoneId zone = ZoneId.of(timeZone == null ? defaults.timeZone() : timeZone);
        LocalDate start = LocalDate.ofInstant(clock.instant(), zone).minusYears(YEARS_BACK);
        Set<LocalDate> ofCompany = companyDays.from(start, where);
        return new WorkingCalendar(
                zone, defaults.close(), day -> ofCompany.contains(day) || holidays.contain(where, day));
    }
}
