package org.acmconversation.contract;

import static org.acmconversation.contract.ApiClient.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.acmconversation.calendar.WorkingCalendars;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A change of the company's days off moves the deadlines of running engagements, whatever happens meanwhile. */
abstract class DeadlineMoverContract extends ContractTest {

    private static final String MONTEVIDEO = "America/Montevideo";

    private static final String LOCK_ENGAGEMENT = "select id from engagement where id = cast(? as uuid) for update";

    @Autowired
    WorkingCalendars calendars;

    @Autowired
    DataSource dataSource;

    /** A condition of {@code from}: sessions of the database that wait for another's lock. */
    abstract String waitingSessions();

    @AfterEach
    void deleteCompanyDays() {
        database.update("delete from company_day");
        database.update("delete from moving_deadlines");
    }

    private String startedIn(String country, String timeZone) {
        String id = started(Requests.withoutKickoff().put("country", country).put("timeZone", timeZone));
        awaitTask(id, "completeEntryCriteria");
        return id;
    }

    private String startedInUruguay() {
        return startedIn("UY", MONTEVIDEO);
    }

    private String task(String id) {
        return awaitTask(id, "completeEntryCriteria").path("taskId").asText();
    }

    private Instant due(String id) {
        return Instant.parse(
                awaitTask(id, "completeEntryCriteria").path("dueAt").asText());
    }

    private Instant expected(String id) {
        return calendars
                .of("UY", MONTEVIDEO)
                .closeAfter(Instant.parse(read(id).path("startedAt").asText()), 5);
    }

    private static LocalDate dayOf(Instant due) {
        return LocalDate.ofInstant(due, ZoneId.of(MONTEVIDEO));
    }

    private Instant lastTimer(String id) {
        return database.queryForObject(
                        "select max(DUEDATE_) from ACT_RU_JOB where HANDLER_TYPE_ like 'timer%'"
                                + " and PROCESS_INSTANCE_ID_ = (select PROC_INST_ID_ from ACT_RU_TASK where ID_ = ?)",
                        Timestamp.class, task(id))
                .toInstant();
    }

    private Answer holiday(String method, LocalDate day) {
        return anonymous()
                .as("admin")
                .send(
                        method,
                        "/api/holidays/UY/" + day,
                        JSON,
                        "{\"name\": \"Company day\"}".getBytes(StandardCharsets.UTF_8));
    }

    /** Waits until deadlines have moved once; they are looked at again a minute after the change. */
    private void awaitMoved() {
        patiently().until(() -> count("moving_deadlines where country = 'UY' and looking_again") == 1);
    }

    /** A transaction of somebody else, which ends when the connection is closed. */
    private Connection open(String sql, String parameter) throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            statement.execute();
        }
        return connection;
    }

    @Test
    void daysOffMoveDueDatesAndTimersInTheirCountry() {
        String id = startedInUruguay();
        String other = startedIn("PY", "America/Asuncion");
        Instant before = due(id);
        Instant others = due(other);

        holiday("PUT", dayOf(before)).assertStatus(201);
        awaitMoved();

        assertThat(due(id)).isAfter(before).isEqualTo(expected(id)).isEqualTo(lastTimer(id));
        assertThat(due(other)).isEqualTo(others);

        holiday("DELETE", dayOf(before)).assertStatus(204);
        awaitMoved();

        assertThat(due(id)).isEqualTo(before).isEqualTo(lastTimer(id));
    }

    @Test
    void keepsARecordUntilAllDeadlinesHaveMoved() throws SQLException {
        String first = startedInUruguay();
        String second = startedInUruguay();
        Instant before = due(second);

        try (Connection somebody = open(LOCK_ENGAGEMENT, second)) {
            holiday("PUT", dayOf(before)).assertStatus(201);
            patiently().until(() -> due(first).isAfter(before));

            assertThat(due(second)).isEqualTo(before);
            assertThat(count("moving_deadlines where country = 'UY' and not looking_again"))
                    .isOne();
            somebody.rollback();
        }
        awaitMoved();

        assertThat(due(second)).isEqualTo(expected(second)).isAfter(before);
    }

    @Test
    void theLastOfSeveralChangesCounts() throws SQLException {
        String first = startedInUruguay();
        String second = startedInUruguay();
        Instant before = due(first);
        LocalDate day = dayOf(before);
        LocalDate next = calendars.of("UY", MONTEVIDEO).nextWorkingDay(day);

        try (Connection somebody = open(LOCK_ENGAGEMENT, second)) {
            holiday("PUT", day).assertStatus(201);
            patiently().until(() -> due(first).isAfter(before));
            holiday("PUT", next).assertStatus(201);
            holiday("DELETE", day).assertStatus(204);
            somebody.rollback();
        }
        awaitMoved();

        for (String id : List.of(first, second)) {
            assertThat(due(id)).isEqualTo(expected(id)).isEqualTo(before).isEqualTo(lastTimer(id));
        }
    }

    /** Its transaction had counted the working days before the change, and committed after its engagement had moved. */
    @Test
    void aTaskThatAppearsDuringTheChangeMovesToo() {
        String id = startedInUruguay();
        Instant before = due(id);
        holiday("PUT", dayOf(before)).assertStatus(201);
        awaitMoved();
        database.update("update ACT_RU_TASK set DUE_DATE_ = ? where ID_ = ?", Timestamp.from(before), task(id));

        database.update(
                "update moving_deadlines set changed_at = ? where country = 'UY'",
                OffsetDateTime.now().minusMinutes(1));
        patiently().until(() -> count("moving_deadlines where country = 'UY'") == 0);

        assertThat(due(id)).isEqualTo(expected(id)).isAfter(before);
    }

    @Test
    void aTaskThatSomebodyChangesAtTheSameMomentMovesToo() throws SQLException {
        String id = startedInUruguay();
        Instant before = due(id);

        try (Connection somebody = open("update ACT_RU_TASK set REV_ = REV_ + 1 where ID_ = ?", task(id))) {
            holiday("PUT", dayOf(before)).assertStatus(201);
            patiently().until(() -> count(waitingSessions()) > 0);
            somebody.commit();
        }
        awaitMoved();

        assertThat(due(id)).isEqualTo(expected(id)).isAfter(before);
    }
}
