package org.acmconversation.engagement;

import java.util.List;
import java.util.UUID;
import org.acmconversation.engine.CaseSearch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds running engagements by customer and external id, as the list of engagements does. */
@Component
class EngagementSearch implements CaseSearch {

    private final JdbcClient jdbc;

    EngagementSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> businessKeys(String text, int limit) {
        return jdbc
                .sql("""
                        select id from engagement where status = 'RUNNING' and search_key like :text escape '!'
                        order by started_at desc limit :limit
                        """)
                .param("text", SearchKey.pattern(text))
                .param("limit", limit)
                .query(UUID.class)
                .list()
                .stream()
                .map(UUID::toString)
                .toList();
    }
}
