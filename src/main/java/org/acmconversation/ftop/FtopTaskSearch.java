package org.acmconversation.ftop;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.acmconversation.engagement.ExternalReferences;
import org.acmconversation.engine.instance.BusinessKeySearch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the newest engagements by an open FTOP task: its number in the catalog, or the reference that FTOP gave it. */
@Component
class FtopTaskSearch implements BusinessKeySearch, ExternalReferences {

    private final JdbcClient jdbc;

    FtopTaskSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> businessKeys(String text, int limit) {
        String id = text.strip();
        return jdbc
                .sql("""
                        select distinct engagement_id from ftop_task
                        where status = 'OPEN' and catalog_id = :id or ftop_reference in (:references)
                        order by engagement_id desc limit :limit
                        """)
                .param("id", id)
                .param("references", spellings(id))
                .param("limit", limit)
                .query(UUID.class)
                .list()
                .stream()
                .map(UUID::toString)
                .toList();
    }

    @Override
    public List<UUID> engagements(String reference) {
        return jdbc.sql("select distinct engagement_id from ftop_task where ftop_reference in (:references)"
                        + " order by engagement_id desc limit 50")
                .param("references", spellings(reference.strip()))
                .query(UUID.class)
                .list();
    }

    private static List<String> spellings(String id) {
        return List.of(id, id.toUpperCase(Locale.ROOT), id.toLowerCase(Locale.ROOT));
    }
}
