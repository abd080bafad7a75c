package org.acmconversation.absence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores absences. */
@Repository
class AbsenceRepository {

    private static final String SELECT = """
            select id, person, from_day, until_day, substitute, note
            from absence
            """;

    private final JdbcClient jdbc;

    AbsenceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks all absences until the transaction ends, because a chain of substitutes spans several people. */
    void lock() {
        jdbc.sql("select id from absence_lock for update").query(Integer.class).single();
    }

    Optional<Absence> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(AbsenceRepository::absence)
                .optional();
    }

    /** @param person the absent person; null for everybody */
    List<Absence> endingAfter(LocalDate day, @Nullable String person) {
        String statement = SELECT + "where until_day > :day"
                + (person == null ? "" : " and person = :person")
                + " order by from_day, person";
        var query = jdbc.sql(statement).param("day", day);
        return (person == null ? query : query.param("person", person))
                .query(AbsenceRepository::absence)
                .list();
    }

    /** Returns absences that overlap a period. */
    List<Absence> within(LocalDate from, LocalDate until) {
        return jdbc.sql(SELECT + "where until_day > :from and from_day < :until order by from_day, person")
                .param("from", from)
                .param("until", until)
                .query(AbsenceRepository::absence)
                .list();
    }

    void insert(Absence absence) {
        jdbc.sql("""
                        insert into absence (id, person, from_day, until_day, substitute, note)
                        values (:id, :person, :from, :until, :substitute, :note)
                        """)
                .param("id", absence.id())
                .param("person", absence.person())
                .param("from", absence.from())
                .param("until", absence.until())
                .param("substitute", absence.substitute())
                .param("note", absence.note())
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from absence where id = :id").param("id", id).update();
    }

    private static Absence absence(ResultSet row, int number) throws SQLException {
        return new Absence(
                row.getObject("id", UUID.class),
                row.getString("person"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getString("substitute"),
                row.getString("note"));
    }
}
