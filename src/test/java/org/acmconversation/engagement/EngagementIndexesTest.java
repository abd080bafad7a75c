package org.acmconversation.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.acmconversation.contract.OnPostgreSql;
import org.acmconversation.engagement.EngagementQuery.Sort;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Filters by service and initiative use an index. Each test is rolled back. */
@OnPostgreSql
@Transactional
class ArrayIndexesTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    void servicesAreFoundByAnIndex() {
        addEngagements();

        assertThat(plan(new EngagementQuery(null, null, "RARE", null, null, 0, 20, Sort.startedAt, true)))
                .contains("engagement_services");
    }

    @Test
    void initiativesAreFoundByAnIndex() {
        addEngagements();

        assertThat(plan(new EngagementQuery(null, null, null, Initiative.TARGETING, null, 0, 20, Sort.startedAt, true)))
                .contains("engagement_initiatives");
    }

    /** Adds engagements, one in a thousand with a different service and initiative. */
    private void addEngagements() {
        jdbc.sql("""
                insert into engagement (id, external_id, customer_name, segment, licenses, services, initiatives,
                  kickoff_held, benefit_understood, resources_clear, in_enterprise_adoption_program, status, started_at)
                select gen_random_uuid(), 'index-' || number, 'Contoso', 'CORPORATE', 500,
                  case when number % 1000 = 0 then array['RARE'] else array['EXCHANGE', 'TEAMS'] end,
                  case when number % 1000 = 0 then array['TARGETING'] else array['OTHER'] end,
                  true, true, true, false, 'RUNNING', now() - number * interval '1 second'
                from generate_series(1, 20000) number
                """).update();
        jdbc.sql("analyze engagement").update();
    }

    private String plan(EngagementQuery query) {
        List<String> lines = jdbc.sql("explain select count(*) from engagement" + query.conditions())
                .params(query.parameters())
                .query(String.class)
                .list();
        return String.join("\n", lines);
    }
}
