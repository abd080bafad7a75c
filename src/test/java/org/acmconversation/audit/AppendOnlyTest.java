package org.acmconversation.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** On PostgreSQL, with tables owned by a separate user, nobody can rewrite the audit trail. */
@Tag("context")
@SpringBootTest
@ActiveProfiles({"local", "postgres"})
@DirtiesContext
class AppendOnlyTest {

    private static final EmbeddedPostgres POSTGRES = start();

    @Autowired
    JdbcTemplate application;

    @Autowired
    AuditTrail trail;

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres postgres =
                    EmbeddedPostgres.builder().setRegisterShutdownHook(true).start();
            var superuser = new JdbcTemplate(postgres.getPostgresDatabase());
            superuser.execute("create role acm_owner login password 'o'");
            superuser.execute("create role acm login password 'a'");
            superuser.execute("create database acm owner acm_owner");
            new JdbcTemplate(postgres.getDatabase("postgres", "acm"))
                    .execute("grant create on schema public to acm_owner");
            return postgres;
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL did not start", e);
        }
    }

    @DynamicPropertySource
    static void twoUsers(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> POSTGRES.getJdbcUrl("acm", "acm"));
        properties.add("spring.datasource.username", () -> "acm");
        properties.add("spring.datasource.password", () -> "a");
        properties.add("spring.flyway.url", () -> POSTGRES.getJdbcUrl("acm_owner", "acm"));
        properties.add("spring.flyway.user", () -> "acm_owner");
        properties.add("spring.flyway.password", () -> "o");
    }

    @AfterAll
    static void stop() throws IOException {
        POSTGRES.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = 'someone else'",
                "delete from audit_entry",
                "truncate audit_entry",
                "alter table audit_entry disable trigger all",
                "drop trigger audit_entry_is_append_only on audit_entry",
                "drop function refuse_change_of_audit_entry() cascade",
                "drop table audit_entry",
                "alter table audit_entry owner to acm"
            })
    void applicationUserCanOnlyInsert(String tampering) {
        trail.record("someone", "test.act", null, null, Map.of());

        assertThatThrownBy(() -> application.execute(tampering))
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        assertThat(entriesOf("someone")).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit_entry set actor = 'x'", "delete from audit_entry", "truncate audit_entry"})
    void triggersStopEvenSuperusers(String tampering) {
        trail.record("another", "test.act", null, null, Map.of());
        var superuser = new JdbcTemplate(POSTGRES.getDatabase("postgres", "acm"));

        assertThatThrownBy(() -> superuser.execute(tampering))
                .rootCause()
                .hasMessageContaining("audit_entry is append-only");
        assertThat(entriesOf("another")).isPositive();
    }

    @Test
    void entriesCanBeDeletedOnceTheyAreAYearOld() {
        trail.record("old", "test.act", null, null, Map.of());
        trail.record("young", "test.act", null, null, Map.of());
        var superuser = new JdbcTemplate(POSTGRES.getDatabase("postgres", "acm"));
        superuser.execute("alter table audit_entry disable trigger audit_entry_is_append_only");
        superuser.update("update audit_entry set occurred_at = now() - interval '366 days' where actor = 'old'");
        superuser.execute("alter table audit_entry enable trigger audit_entry_is_append_only");

        assertThatThrownBy(() -> deleteExpired("young")).rootCause().hasMessageContaining("append-only");
        deleteExpired("old");

        assertThat(entriesOf("young")).isEqualTo(1);
        assertThat(entriesOf("old")).isZero();
    }

    private void deleteExpired(String actor) {
        application.queryForObject(
                "select delete_expired_audit_entries(array(select id from audit_entry where actor = ?))",
                Long.class,
                actor);
    }

    @Test
    void refusesToStartWithoutATrigger() {
        var production = new MockEnvironment();
        var superuser = new JdbcTemplate(POSTGRES.getDatabase("postgres", "acm"));
        superuser.execute("alter table audit_entry disable trigger audit_entry_is_not_truncated");
        try {
            assertThatThrownBy(() -> new AppendOnlyCheck(production, application.getDataSource()))
                    .hasMessageContaining("a trigger of the table audit_entry is missing or disabled");
        } finally {
            superuser.execute("alter table audit_entry enable trigger audit_entry_is_not_truncated");
        }
        assertThatCode(() -> new AppendOnlyCheck(production, application.getDataSource()))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesToStartAsTheTablesOwnerOutsideTheLocalProfile() {
        var production = new MockEnvironment();
        DataSource owner = POSTGRES.getDatabase("acm_owner", "acm");
        DataSource superuser = POSTGRES.getDatabase("postgres", "acm");

        assertThatCode(() -> new AppendOnlyCheck(production, application.getDataSource()))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new AppendOnlyCheck(production, owner)).hasMessageContaining("spring.flyway.user");
        assertThatThrownBy(() -> new AppendOnlyCheck(production, superuser)).hasMessageContaining("spring.flyway.user");
    }

    private int entriesOf(String actor) {
        return application.queryForObject("select count(*) from audit_entry where actor = ?", Integer.class, actor);
    }
}
