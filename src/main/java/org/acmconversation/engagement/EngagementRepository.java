package org.acmconversation.engagement;

import static org.acmconversation.database.Timestamps.atUtc;
import static org.acmconversation.database.Timestamps.instant;
import static org.acmconversation.database.Timestamps.requiredInstant;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.acmconversation.database.DatabaseProduct;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Repository;

/** Stores engagements. */
@Repository
class EngagementRepository {

    /** Names the columns: a prepared "select *" fails once per connection when a newer version adds one. */
    private static final String SELECT = """
            select id, external_id, customer_name, tenant_id, segment, licenses, services, initiatives, kickoff_held,
              benefit_understood, resources_clear, in_enterprise_adoption_program, country, time_zone, status, outcome,
              withdrawal_reason, process_instance_id, started_at, ended_at, withdrawal_pending
            from engagement""";

    /** Fetch size for large results; by default PostgreSQL's driver reads all rows into memory. */
    private static final int FETCH_SIZE = 500;

    private final JdbcClient jdbc;
    private final JdbcClient rows;

    /** Locks a row, but still allows other transactions to insert rows that refer to it, such as timeline entries. */
    private final String lock;

    EngagementRepository(JdbcClient jdbc, DataSource database) throws MetaDataAccessException {
        this.jdbc = jdbc;
        var template = new JdbcTemplate(database);
        template.setFetchSize(FETCH_SIZE);
        this.rows = JdbcClient.create(template);
        this.lock = DatabaseProduct.of(database) == DatabaseDriver.POSTGRESQL ? " for no key update" : " for update";
    }

    /** Returns when the last engagement was started. */
    Optional<Instant> latestStart() {
        return jdbc.sql("select started_at from engagement order by started_at desc fetch first 1 row only")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void insert(Engagement engagement) {
        jdbc.sql("""
                        insert into engagement (id, external_id, customer_name, tenant_id, segment, licenses, services,
                          initiatives, kickoff_held, benefit_understood, resources_clear,
                          in_enterprise_adoption_program, status, started_at, search_key, country, time_zone)
                        values (:id, :externalId, :customerName, :tenantId, :segment, :licenses, :services,
                          :initiatives, :kickoffHeld, :benefitUnderstood, :resourcesClear,
                          :inEnterpriseAdoptionProgram, :status, :startedAt, :searchKey, :country, :timeZone)
                        """)
                .param("id", engagement.id())
                .param("externalId", engagement.externalId())
                .param("customerName", engagement.customer().name())
                .param("tenantId", engagement.customer().tenantId())
                .param("segment", engagement.segment().name())
                .param("licenses", engagement.licenses())
                .param("services", SqlArray.of(engagement.services()))
                .param("initiatives", SqlArray.of(names(engagement.initiatives())))
                .param("kickoffHeld", engagement.entryCriteria().kickoffHeld())
                .param("benefitUnderstood", engagement.entryCriteria().benefitUnderstood())
                .param("resourcesClear", engagement.entryCriteria().resourcesClear())
                .param("inEnterpriseAdoptionProgram", engagement.entryCriteria().inEnterpriseAdoptionProgram())
                .param("status", engagement.status().name())
                .param("startedAt", atUtc(engagement.startedAt()))
                .param("searchKey", SearchKey.of(engagement.customer().name(), engagement.externalId()))
                .param("country", engagement.country())
                .param("timeZone", engagement.timeZone())
                .update();
    }

    /** @param traceparent the trace that its jobs belong to; null to keep the stored one */
    void assignProcessInstance(UUID id, String processInstanceId, @Nullable String traceparent) {
        jdbc.sql("""
                        update engagement set process_instance_id = :processInstanceId,
                          traceparent = coalesce(:traceparent, traceparent)
                        where id = :id
                        """)
                .param("id", id)
                .param("processInstanceId", processInstanceId)
                .param("traceparent", traceparent)
                .update();
    }

    Optional<String> findTraceparent(UUID id) {
        return jdbc.sql("select traceparent from engagement where id = :id and traceparent is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** Saves the mutable columns of an engagement that the caller has locked. */
    void update(Engagement engagement) {
        jdbc.sql("""
                        update engagement set segment = :segment, licenses = :licenses, services = :services,
                          kickoff_held = :kickoffHeld, benefit_understood = :benefitUnderstood,
                          resources_clear = :resourcesClear,
                          in_enterprise_adoption_program = :inEnterpriseAdoptionProgram,
                          country = :country, time_zone = :timeZone,
                          status = :status, outcome = :outcome, withdrawal_reason = :withdrawalReason,
                          ended_at = :endedAt, withdrawal_pending = :withdrawalPending
                        where id = :id
                        """)
                .param("id", engagement.id())
                .param("segment", engagement.segment().name())
                .param("licenses", engagement.licenses())
                .param("services", SqlArray.of(engagement.services()))
                .param("kickoffHeld", engagement.entryCriteria().kickoffHeld())
                .param("benefitUnderstood", engagement.entryCriteria().benefitUnderstood())
                .param("resourcesClear", engagement.entryCriteria().resourcesClear())
                .param("inEnterpriseAdoptionProgram", engagement.entryCriteria().inEnterpriseAdoptionProgram())
                .param("country", engagement.country())
                .param("timeZone", engagement.timeZone())
                .param("status", engagement.status().name())
                .param(
                        "outcome",
                        engagement.outcome() == null
                                ? null
                                : engagement.outcome().name())
                .param("withdrawalReason", engagement.withdrawalReason())
                .param("endedAt", engagement.endedAt() == null ? null : atUtc(engagement.endedAt()))
                .param("withdrawalPending", engagement.withdrawalPending())
                .update();
    }

    Optional<Engagement> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(EngagementRepository::engagement)
                .optional();
    }

    /** Reads an engagement and keeps others from changing it until the transaction ends. */
    Optional<Engagement> findAndLock(UUID id) {
        return jdbc.sql(SELECT + " where id = :id" + lock)
                .param("id", id)
                .query(EngagementRepository::engagement)
                .optional();
    }

    /**
     * Returns the next engagements, by id, that need a process: running ones, and those whose withdrawal is pending.
     */
    List<Engagement> findWithProcess(UUID after, int limit) {
        return jdbc.sql(SELECT + """

                        where (status = 'RUNNING' or withdrawal_pending) and id > :after
                        order by id
                        fetch first :limit rows only
                        """)
                .param("after", after)
                .param("limit", limit)
                .query(EngagementRepository::engagement)
                .list();
    }

    /**
     * Returns the running engagements in a country or one of its regions.
     *
     * @param unknown whether to include engagements without a country
     */
    List<UUID> findRunningIn(String country, boolean unknown, UUID after, int limit) {
        return jdbc.sql("""
                        select id from engagement
                        where status = 'RUNNING' and id > :after
                          and (country = :country or country like :regions or country is null and :unknown)
                        order by id limit :limit
                        """)
                .param("country", country)
                .param("regions", country + "-%")
                .param("unknown", unknown)
                .param("after", after)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    Optional<UUID> findIdByExternalId(String externalId) {
        return jdbc.sql("select id from engagement where external_id = :externalId")
                .param("externalId", externalId)
                .query(UUID.class)
                .optional();
    }

    List<UUID> findIdsByTenant(String tenantId) {
        return jdbc.sql("select id from engagement where tenant_id = :tenantId order by started_at, id")
                .param("tenantId", tenantId)
                .query(UUID.class)
                .list();
    }

    List<Engagement> page(EngagementSelection selection, EngagementQuery query) {
        return jdbc.sql(statement(selection, query.sort(), query.descending()) + " limit :limit offset :offset")
                .params(selection.parameters())
                .param("limit", query.page().size())
                .param("offset", query.page().offset())
                .query(EngagementRepository::engagement)
                .list();
    }

    long count(EngagementSelection selection) {
        return jdbc.sql("select count(*) from engagement" + selection.where())
                .params(selection.parameters())
                .query(Long.class)
                .single();
    }

    /** Counts up to a limit. */
    long count(EngagementSelection selection, int limit) {
        return jdbc.sql("select count(*) from (select 1 from engagement" + selection.where() + " limit :limit) counted")
                .params(selection.parameters())
                .param("limit", limit)
                .query(Long.class)
                .single();
    }

    /** Passes all selected rows to a consumer, one by one. On PostgreSQL it must run in a transaction. */
    void forEach(
            EngagementSelection selection,
            EngagementQuery.Sort sort,
            boolean descending,
            Consumer<Engagement> consumer) {
        rows.sql(statement(selection, sort, descending))
                .params(selection.parameters())
                .query((ResultSet row) -> consumer.accept(engagement(row, 0)));
    }

    static String statement(EngagementSelection selection, EngagementQuery.Sort sort, boolean descending) {
        return SELECT + selection.where() + sort.orderBy(descending);
    }

    /** Counts engagements by status; statuses without engagements are left out. */
    Map<EngagementStatus, Long> countByStatus() {
        return jdbc
                .sql("select status, count(*) as engagements from engagement group by status")
                .query((row, number) ->
                        Map.entry(EngagementStatus.valueOf(row.getString("status")), row.getLong("engagements")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Engagement engagement(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        return new Engagement(
                row.getObject("id", UUID.class),
                row.getString("external_id"),
                new Customer(row.getString("customer_name"), row.getString("tenant_id")),
                Segment.valueOf(row.getString("segment")),
                row.getInt("licenses"),
                list(row.getArray("services"), Function.identity()),
                list(row.getArray("initiatives"), Initiative::valueOf),
                new EntryCriteria(
                        row.getBoolean("kickoff_held"),
                        row.getBoolean("benefit_understood"),
                        row.getBoolean("resources_clear"),
                        row.getBoolean("in_enterprise_adoption_program")),
                row.getString("country"),
                row.getString("time_zone"),
                EngagementStatus.valueOf(row.getString("status")),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("withdrawal_reason"),
                row.getString("process_instance_id"),
                requiredInstant(row, "started_at"),
                instant(row, "ended_at"),
                row.getObject("withdrawal_pending", Boolean.class));
    }

    private static <T> List<T> list(Array array, Function<String, T> element) throws SQLException {
        return Arrays.stream((Object[]) array.getArray())
                .map(value -> element.apply((String) value))
                .toList();
    }

    private static List<String> names(List<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toList();
    }
}
