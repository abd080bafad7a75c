package org.acmconversation.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.acmconversation.database.PageRequest;
import org.acmconversation.engagement.EngagementQuery.Sort;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Search keys of engagements that were started by a previous version. */
abstract class SearchKeysContract {

    @Autowired
    Engagements engagements;

    @Autowired
    EngagementList list;

    @Autowired
    JdbcTemplate jdbc;

    private final String mark = UUID.randomUUID().toString();

    @Test
    void addsMissingSearchKeys() {
        UUID id = startedByAnOlderVersion("Fábrica", "CRM-" + mark);
        assertThat(found("fabrica " + mark)).isEmpty();

        new MissingSearchKeys(jdbc).fill();

        assertThat(found("fabrica " + mark)).containsExactly(id);
        assertThat(found("crm-" + mark)).containsExactly(id);
        assertThat(jdbc.queryForObject("select count(*) from engagement where search_key is null", Integer.class))
                .isZero();
    }

    @Test
    void addsSearchKeysInSeveralBatches() {
        UUID one = startedByAnOlderVersion("Fábrica", "CRM-" + mark);
        List<Object[]> copies = IntStream.range(0, 1100)
                .mapToObj(copy -> new Object[] {UUID.randomUUID(), copy + "-" + mark, one})
                .toList();
        jdbc.batchUpdate("""
                insert into engagement (id, external_id, customer_name, segment, licenses, services, initiatives,
                  kickoff_held, benefit_understood, resources_clear, in_enterprise_adoption_program, status, started_at,
                  ended_at)
                select ?, ?, customer_name, segment, licenses, services, initiatives, kickoff_held, benefit_understood,
                  resources_clear, in_enterprise_adoption_program, 'COMPLETED', started_at, started_at
                from engagement where id = ?
                """, copies);

        new MissingSearchKeys(jdbc).fill();

        assertThat(jdbc.queryForObject(
                        "select count(distinct search_key) from engagement where search_key like ?",
                        Integer.class,
                        "%" + mark))
                .isEqualTo(1101);
        jdbc.update("delete from engagement where id <> ? and external_id like ?", one, "%" + mark);
    }

    @Test
    void trimsExternalIdsUnlessTheResultExists() {
        UUID alone = startedByAnOlderVersion("Contoso", "A-" + mark + "\u00a0 ");
        UUID taken = startedByAnOlderVersion("Contoso", "B-" + mark + " ");
        UUID first = startedByAnOlderVersion("Contoso", "B-" + mark);

        new MissingSearchKeys(jdbc).fill();

        assertThat(engagements.get(alone).externalId()).isEqualTo("A-" + mark);
        assertThat(engagements.get(taken).externalId()).isEqualTo("B-" + mark + " ");
        assertThat(engagements.findIdByExternalId("B-" + mark)).contains(first);
    }

    private UUID startedByAnOlderVersion(String name, String externalId) {
        var request = new NewEngagement(
                UUID.randomUUID().toString(),
                new Customer(name + " " + mark, null),
                Segment.SMB,
                5,
                List.of("EDGE"),
                List.of(Initiative.RFA),
                new EntryCriteria(false, true, true, false));
        UUID id = engagements.start(request).id();
        jdbc.update("update engagement set search_key = null, external_id = ? where id = ?", externalId, id);
        return id;
    }

    private List<UUID> found(String text) {
        return list
                .find(new EngagementQuery(withText(text), new PageRequest(0, 20), Sort.startedAt, false))
                .items()
                .stream()
                .map(state -> state.engagement().id())
                .toList();
    }

    private static EngagementFilter withText(String text) {
        return new EngagementFilter(
                null,
                null,
                null,
                null,
                text,
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
}
