package org.acmconversation.engagement;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.acmconversation.engine.instance.BusinessKeyReferences;
import org.acmconversation.engine.instance.BusinessKeySearch;
import org.acmconversation.problem.PlainLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds running engagements by customer and external id, as the list of engagements does, and looks up external ids.
 */
@Component
class EngagementSearch implements BusinessKeySearch, BusinessKeyReferences {

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

    @Override
    public Map<String, String> of(Collection<String> businessKeys) {
        List<UUID> ids = businessKeys.stream()
                .flatMap(key -> BusinessKey.engagementId(key).stream())
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select id, external_id from engagement where id in (:ids)")
                        .param("ids", ids)
                        .query((row, number) -> Map.entry(
                                row.getObject("id", UUID.class).toString(), PlainLine.of(row.getString("external_id"))))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
