package org.acmconversation.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.acmconversation.database.Transactions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores the company's days off. */
@Component
public class CompanyDays {

    private static final String SELECT = """
            select country, day_off, name
            from company_day
            """;

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    CompanyDays(JdbcClient jdbc, Transactions transactions, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.events = events;
    }

    /** @throws UnknownHolidayException if there is none */
    public CompanyDay get(String country, LocalDate day) {
        return find(country, day).orElseThrow(UnknownHolidayException::new);
    }

    private Optional<CompanyDay> find(String country, LocalDate day) {
        return jdbc.sql(SELECT + "where country = :country and day_off = :day")
                .param("country", country)
                .param("day", day)
                .query(CompanyDays::companyDay)
                .optional();
    }

    /** Returns the days off of a country or region, in order. */
    public List<CompanyDay> of(String country) {
        return jdbc.sql(SELECT + "where country = :country order by day_off")
                .param("country", country)
                .query(CompanyDays::companyDay)
                .list();
    }

    /** Returns the days off in a country or region from a day on; a country's days off also apply in its regions. */
    Set<LocalDate> from(LocalDate day, String country) {
        return new HashSet<>(
                jdbc.sql("select day_off from company_day where country in (:countries) and day_off >= :day")
                        .param("countries", List.of(country, PublicHolidays.countryOf(country)))
                        .param("day", day)
                        .query(LocalDate.class)
                        .list());
    }

    /**
     * Saves a day off.
     *
     * @return whether it is new
     */
    public boolean save(CompanyDay day) {
        return transactions.run(() -> {
            boolean isNew =
                    write(day, "update company_day set name = :name where country = :country and day_off = :day") == 0;
            if (isNew) {
                write(day, "insert into company_day (country, day_off, name) values (:country, :day, :name)");
            }
            events.publishEvent(new HolidaysChanged(day.country()));
            return isNew;
        });
    }

    private int write(CompanyDay day, String statement) {
        return jdbc.sql(statement)
                .param("country", day.country())
                .param("day", day.date())
                .param("name", day.name())
                .update();
    }

    /** @throws UnknownHolidayException if there is none */
    public void delete(String country, LocalDate day) {
        transactions.run(() -> {
            int deleted = jdbc.sql("delete from company_day where country = :country and day_off = :day")
                    .param("country", country)
                    .param("day", day)
                    .update();
            if (deleted == 0) {
                throw new UnknownHolidayException();
            }
            events.publishEvent(new HolidaysChanged(country));
        });
    }

    private static CompanyDay companyDay(ResultSet row, int number) throws SQLException {
        return new CompanyDay(
                row.getString("country"), row.getObject("day_off", LocalDate.class), row.getString("name"));
    }
}
