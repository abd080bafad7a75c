package org.acmconversation.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The working days of countries and regions, of the public and of the company. */
@Component
public class WorkingCalendars {

    /** How far back company days are read: due dates are counted from the start of an engagement. */
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

    /** Whether there is a calendar for a country or region. */
    public static boolean isKnown(String country) {
        return PublicHolidays.isKnown(country);
    }

    /** The country where none is said. */
    public String defaultCountry() {
        return defaults.country();
    }

    /** The time zone where none is said. */
    public String defaultTimeZone() {
        return defaults.timeZone();
    }

    /** The working days where none is said, with the days of a time zone. */
    public WorkingCalendar in(ZoneId zone) {
        return of(null, zone.getId());
    }

    /**
     * The working days of a country as they are now.
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
