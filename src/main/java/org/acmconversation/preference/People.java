package org.acmconversation.preference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.acmconversation.calendar.WorkingCalendars;
import org.acmconversation.database.Transactions;
import org.acmconversation.preference.Preferences.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores people's preferences. */
@Component
public class People {

    private final JdbcClient jdbc;
    private final WorkingCalendars calendars;
    private final Transactions transactions;

    People(JdbcClient jdbc, WorkingCalendars calendars, Transactions transactions) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.transactions = transactions;
    }

    /** Returns a person's preferences; by default Spanish and the time zone of the settings. */
    public Preferences preferences(String person) {
        return chosen(person).orElseGet(() -> new Preferences(Language.es, ZoneId.of(calendars.defaultTimeZone())));
    }

    /** Returns a person's language for what no browser asks for, such as mail; numbers as in the settings' country. */
    public Locale locale(String person) {
        return calendars.inDefaultCountry(
                Locale.forLanguageTag(preferences(person).language().name()));
    }

    /** Returns the preferences that a person has chosen, if any. */
    public Optional<Preferences> chosen(String person) {
        return jdbc.sql("select language, time_zone from person where name = :person")
                .param("person", person)
                .query(People::preferences)
                .optional();
    }

    /** Replaces a person's preferences. */
    public void prefer(String person, Preferences preferences) {
        transactions.run(() -> {
            boolean isNew = write(
                            "update person set language = :language, time_zone = :timeZone where name = :person",
                            person,
                            preferences)
                    == 0;
            if (isNew) {
                write(
                        "insert into person (name, language, time_zone) values (:person, :language, :timeZone)",
                        person,
                        preferences);
            }
            return preferences;
        });
    }

    private int write(String statement, String person, Preferences preferences) {
        return jdbc.sql(statement)
                .param("person", person)
                .param("language", preferences.language().name())
                .param("timeZone", preferences.timeZone().getId())
                .update();
    }

    private static Preferences preferences(ResultSet row, int number) throws SQLException {
        return new Preferences(Language.valueOf(row.getString("language")), ZoneId.of(row.getString("time_zone")));
    }
}
