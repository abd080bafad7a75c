package org.acmconversation.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.acmconversation.contract.OnPostgreSql;
import org.acmconversation.database.IndexScans;
import org.acmconversation.engagement.EngagementQuery.Sort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The list of engagements uses indexes, whatever it filters and sorts by. All tests run in one transaction, each from
 * the same savepoint, so that the engagements are inserted once.
 */
@OnPostgreSql
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Transactional(propagation = Propagation.NESTED)
class EngagementIndexesTest {

    private static final int ENGAGEMENTS = 20_000;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IndexScans scans;

    @Autowired
    List<WaitingFor> systems;

    @Autowired
    FollowUps followUps;

    @Autowired
    CompletedSteps completedSteps;

    @Autowired
    StartedEngagements startedEngagements;

    @Autowired
    DueConditions dueConditions;

    @Autowired
    Clock clock;

    @Autowired
    PlatformTransactionManager transactions;

    private TransactionStatus transaction;

    /** One in a thousand has a different service, initiative and task; one in ten has a task. */
    @BeforeAll
    void addEngagements() {
        transaction = transactions.getTransaction(null);
        jdbc.sql("""
                insert into engagement (id, external_id, customer_name, segment, licenses, services, initiatives,
                  kickoff_held, benefit_understood, resources_clear, in_enterprise_adoption_program, status, started_at)
                select gen_random_uuid(), 'index-' || number, 'Contoso ' || number, 'CORPORATE', number,
                  case when number % 1000 = 0 then array['RARE'] else array['EXCHANGE', 'TEAMS'] end,
                  case when number % 1000 = 0 then array['TARGETING'] else array['OTHER'] end,
                  true, true, true, false, 'RUNNING', now() - number * interval '1 second'
                from generate_series(1, :engagements) number
                """).param("engagements", ENGAGEMENTS).update();
        jdbc.sql("""
                insert into ACT_RU_EXECUTION (ID_, REV_, PROC_INST_ID_, ROOT_PROC_INST_ID_, BUSINESS_KEY_,
                  IS_ACTIVE_, IS_CONCURRENT_, IS_SCOPE_, IS_EVENT_SCOPE_, SUSPENSION_STATE_, CACHED_ENT_STATE_)
                select external_id, 1, external_id, external_id, cast(id as varchar), true, false, true, false, 1, 0
                from engagement where external_id like 'index-%'
                """).update();
        jdbc.sql("""
                insert into ACT_RU_TASK (ID_, REV_, PROC_INST_ID_, EXECUTION_ID_, TASK_DEF_KEY_, ASSIGNEE_, CREATE_TIME_,
                  DUE_DATE_, PRIORITY_, SUSPENSION_STATE_)
                select ID_, 1, ID_, ID_,
                  case when row_number() over () % 100 = 0 then 'rareStep' else 'commonStep' end,
                  case when row_number() over () % 100 = 0 then 'rarely' else 'often' end, now(),
                  now() + (case when row_number() over () % 100 = 0 then -1 else 30 end) * interval '1 day', 50, 1
                from ACT_RU_EXECUTION where ID_ like 'index-%0'
                """).update();
        List.of("engagement", "ACT_RU_EXECUTION", "ACT_RU_TASK", "ACT_RU_JOB", "ACT_RU_JOBDEF", "ftop_task")
                .forEach(table -> jdbc.sql("analyze " + table).update());
    }

    @AfterAll
    void rollBack() {
        transactions.rollback(transaction);
    }

    @Test
    void findsServicesByIndex() {
        assertThat(count(by("RARE", null))).contains("engagement_services");
    }

    @Test
    void findsInitiativesByIndex() {
        assertThat(count(by(null, Initiative.TARGETING))).contains("engagement_initiatives");
    }

    @Test
    void findsActivitiesByIndex() {
        assertThat(page(by("rareStep", null, null)))
                .contains("acm_idx_task_def_key", "engagement_business_key")
                .doesNotContain("Seq Scan on engagement", "Seq Scan on act_ru_task", "Seq Scan on act_ru_execution");
    }

    /** Most tasks are at this step, so PostgreSQL would rather scan all of them. */
    @Test
    void countsMostRowsAlongIndexes() {
        EngagementFilter filter = by("commonStep", null, null);
        assertThat(count(filter)).contains("Seq Scan on act_ru_task");

        assertThat(scans.read(() -> count(filter))).doesNotContain("Seq Scan");
    }

    @Test
    void findsOwnersByIndex() {
        assertThat(page(by(null, "rarely", null)))
                .contains("act_idx_task_assignee", "engagement_business_key")
                .doesNotContain("Seq Scan");
    }

    @Test
    void findsOverdueTasksByIndex() {
        assertThat(page(by(null, null, Due.OVERDUE)))
                .contains("acm_idx_task_due", "engagement_business_key")
                .doesNotContain("Seq Scan");
    }

    @Test
    void findsTasksThatAreDueSoonByIndexWherePlacesDiffer() {
        jdbc.sql("update engagement set country = 'PE', time_zone = 'America/Lima' where external_id like 'index-%1'")
                .update();
        // From yesterday on: in the first hours of a day in UTC it is still the day before in Lima.
        jdbc.sql("""
                insert into company_day (country, day_off, name)
                select 'PE', current_date + number, 'Inventario' from generate_series(-1, 10) number
                """).update();

        assertThat(page(by(null, null, Due.SOON)))
                .contains("acm_idx_task_due", "engagement_business_key", "CASE")
                .doesNotContain("Seq Scan");
    }

    @Test
    void skipsFromPlaceToPlaceByIndex() {
        assertThat(String.join(
                        "\n",
                        jdbc.sql("explain " + LocationRepository.PLACE_AFTER)
                                .param("country", "ES")
                                .param("timeZone", "Europe/Madrid")
                                .query(String.class)
                                .list()))
                .contains("engagement_place")
                .doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void findsEngagementsWaitingForFtopByIndex() {
        assertThat(page(by(WaitingFor.ExternalSystem.FTOP, null, null)))
                .contains("ftop_task")
                .doesNotContain("Seq Scan on engagement");
    }

    @Test
    void findsStartersByIndex() {
        jdbc.sql("""
                insert into timeline_entry (engagement_id, occurred_at, event, actor, detail)
                select id, started_at, 'ENGAGEMENT_STARTED', case when licenses % 1000 = 0 then 'rarely' else 'often' end, '{}'
                from engagement where external_id like 'index-%'
                """).update();
        jdbc.sql("analyze timeline_entry").update();
        var past = new EngagementFilter.Past(null, null, null, null, null, "rarely");

        assertThat(page(new EngagementFilter(
                        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                        past)))
                .contains("timeline_entry_started", "engagement_pkey")
                .doesNotContain("Seq Scan");
    }

    @Test
    void readsPeriodsInIndexOrder() {
        Instant now = clock.instant();

        assertThat(page(by(null, now.minus(Duration.ofMinutes(2)), now.minus(Duration.ofMinutes(1)))))
                .contains("engagement_started_at")
                .doesNotContain("Seq Scan", "Sort");
    }

    @ParameterizedTest
    @CsvSource({
        "startedAt, engagement_started_at",
        "endedAt, engagement_ended_at",
        "externalId, engagement_external_id",
        "customerName, engagement_customer_name",
        "licenses, engagement_licenses",
        "segment, engagement_segment",
        "status, engagement_status_id"
    })
    void readsPagesInIndexOrder(Sort sort, String index) {
        for (boolean descending : List.of(false, true)) {
            assertThat(plan(
                            EngagementRepository.statement(selection(EngagementFilter.NONE), sort, descending)
                                    + " limit 20",
                            EngagementFilter.NONE))
                    .as("%s, descending: %s", sort, descending)
                    .contains(index)
                    // Only equal values are left to sort.
                    .doesNotContain("Seq Scan", "->  Sort");
        }
    }

    private String page(EngagementFilter filter) {
        return plan(
                EngagementRepository.statement(selection(filter), Sort.startedAt, true) + " limit 20 offset 0", filter);
    }

    private String count(EngagementFilter filter) {
        return plan("select count(*) from engagement" + selection(filter).where(), filter);
    }

    private EngagementSelection selection(EngagementFilter filter) {
        Instant now = clock.instant();
        return new EngagementSelection(
                filter,
                systems,
                List.of(),
                followUps,
                completedSteps,
                startedEngagements,
                dueConditions.condition(filter, now),
                now);
    }

    private String plan(String statement, EngagementFilter filter) {
        return String.join(
                "\n",
                jdbc.sql("explain " + statement)
                        .params(selection(filter).parameters())
                        .query(String.class)
                        .list());
    }

    private static EngagementFilter by(String service, Initiative initiative) {
        return new EngagementFilter(
                null,
                null,
                service,
                initiative,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                EngagementFilter.Past.ANY);
    }

    private static EngagementFilter by(String activity, String owner, Due due) {
        return new EngagementFilter(
                null,
                null,
                null,
                null,
                null,
                activity,
                owner,
                due,
                ZoneOffset.UTC,
                null,
                null,
                null,
                null,
                null,
                null,
                EngagementFilter.Past.ANY);
    }

    private static EngagementFilter by(WaitingFor.ExternalSystem system, Instant from, Instant to) {
        return new EngagementFilter(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                system,
                from,
                to,
                null,
                null,
                null,
                EngagementFilter.Past.ANY);
    }
}
