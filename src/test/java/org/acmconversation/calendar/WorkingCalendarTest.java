package org.acmconversation.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Working days, with the public holidays of some countries. */
class WorkingCalendarTest {

    private static final LocalTime CLOSE = LocalTime.of(18, 0);

    private final PublicHolidays holidays = new PublicHolidays();

    private WorkingCalendar of(String country, String zone) {
        return new WorkingCalendar(ZoneId.of(zone), CLOSE, day -> holidays.contain(country, day));
    }

    private static Instant at(String local, String zone) {
        return LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        // Semana Santa of 2027: Thursday and Friday are March 25 and 26.
        "ES-MD, Europe/Madrid, 2027-03-24T10:00, 1, 2027-03-29T18:00",
        "CO, America/Bogota, 2027-03-24T10:00, 1, 2027-03-29T18:00",
        "MX, America/Mexico_City, 2027-03-24T10:00, 1, 2027-03-25T18:00",
        // The third Monday of March, for Benito Juarez.
        "MX, America/Mexico_City, 2027-03-12T17:59, 1, 2027-03-16T18:00",
        // Saint Joseph's day moves to a Monday in Colombia.
        "CO, America/Bogota, 2027-03-19T10:00, 1, 2027-03-23T18:00",
        // The turn of the year.
        "ES, Europe/Madrid, 2026-12-31T20:00, 1, 2027-01-04T18:00",
        "MX, America/Mexico_City, 2026-12-31T20:00, 1, 2027-01-04T18:00",
        // Daylight saving time begins on March 28 in Spain; the time of day does not change.
        "ES, Europe/Madrid, 2027-03-23T10:00, 3, 2027-03-29T18:00",
        // A weekend, and the middle of the night.
        "ES, Europe/Madrid, 2026-11-28T00:30, 1, 2026-11-30T18:00",
        "ES, Europe/Madrid, 2026-11-25T10:00, 0, 2026-11-25T18:00"
    })
    void dueDatesEndAtTheCloseOfAWorkingDay(String country, String zone, String from, int days, String due) {
        assertThat(of(country, zone).closeAfter(at(from, zone), days)).isEqualTo(at(due, zone));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-24T10:00, 2027-03-24T10:00",
        // Good Friday, in the week of Maundy Thursday.
        "2027-03-26T10:00, 2027-03-24T10:00",
        // The Sunday on which daylight saving time begins.
        "2027-03-28T10:00, 2027-03-24T10:00"
    })
    void aMomentOnADayOffComesOnTheLastWorkingDayBefore(String moment, String expected) {
        String zone = "Europe/Madrid";

        assertThat(of("ES-MD", zone).onWorkingDay(at(moment, zone))).isEqualTo(at(expected, zone));
    }

    @Test
    void subtractsWorkingDaysAndKeepsTheTimeOfDay() {
        var call = LocalDateTime.parse("2027-03-29T09:30").atZone(ZoneId.of("Europe/Madrid"));

        assertThat(of("ES-MD", "Europe/Madrid").before(call, 1))
                .isEqualTo(LocalDateTime.parse("2027-03-24T09:30").atZone(ZoneId.of("Europe/Madrid")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES", "ES-MD", "MX", "CO", "AR", "CL", "PE", "US"})
    void countsLikeALoopOverAllDays(String country) {
        var random = new Random(20261128);
        WorkingCalendar calendar = of(country, "America/Bogota");
        for (int i = 0; i < 500; i++) {
            Instant from = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(3 * 365 * 86_400));
            int days = random.nextInt(30);

            Instant due = calendar.closeAfter(from, days);

            LocalDate day = LocalDate.ofInstant(from, calendar.zone());
            LocalDate last = LocalDate.ofInstant(due, calendar.zone());
            int counted = 0;
            while (day.isBefore(last)) {
                day = day.plusDays(1);
                boolean isWeekend = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek());
                if (!isWeekend && !holidays.contain(country, day)) {
                    counted++;
                }
            }
            assertThat(counted).as("%s + %d in %s", from, days, country).isEqualTo(days);
            assertThat(calendar.between(from, due)).isEqualTo(days);
            assertThat(days == 0 || calendar.isWorkingDay(last)).isTrue();
            assertThat(due.atZone(calendar.zone()).toLocalTime()).isEqualTo(CLOSE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MX, true",
        "ES-MD, true",
        "MX-CMX, true",
        "CO-DC, true",
        "PR, true",
        "CN, true",
        "XK, true",
        "ES-XX, false",
        "XX, false",
        "XX-A, false",
        "mx, false",
        "Mexico, false",
        "'', false"
    })
    void recognizesCountriesAndRegions(String country, boolean isKnown) {
        assertThat(PublicHolidays.isKnown(country)).isEqualTo(isKnown);
    }

    @Test
    void regionsIncludeNationalHolidays() {
        assertThat(holidays.contain("ES", LocalDate.of(2027, 5, 3))).isFalse();
        assertThat(holidays.contain("ES-MD", LocalDate.of(2026, 12, 25))).isTrue();
    }

    @Test
    void regionsWithoutACalendarHaveNationalHolidays() {
        assertThat(holidays.contain("MX-CMX", LocalDate.of(2026, 9, 16))).isTrue();
        assertThat(holidays.contain("MX-CMX", LocalDate.of(2026, 9, 17))).isFalse();
    }

    @Test
    void countriesWithoutACalendarHaveNoHolidays() {
        assertThat(holidays.contain("PR", LocalDate.of(2026, 12, 25))).isFalse();
    }

    @Test
    void spanishIsThatOfTheDefaultCountry() {
        var mexico = new WorkingCalendars(
                null, new CalendarProperties("MX", "America/Mexico_City", LocalTime.of(18, 0)), Clock.systemUTC());

        assertThat(mexico.inDefaultCountry(Locale.forLanguageTag("es"))).isEqualTo(Locale.forLanguageTag("es-MX"));
        assertThat(mexico.inDefaultCountry(Locale.ENGLISH)).isEqualTo(Locale.ENGLISH);
    }
}
