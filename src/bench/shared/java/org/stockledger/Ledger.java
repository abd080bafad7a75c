package org.stockledger;

import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** FTOP tasks, written within the engine's transactions. */
@Component
public class Ledger {

    private final JdbcTemplate jdbc;

    public Ledger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void create(String engagementId, String catalogId, String name, boolean mandatory, String role) {
        jdbc.update(
                "insert into ftop_task values (?, ?, ?, ?, ?, 'OPEN', ?, now(), now())",
                engagementId,
                catalogId,
                name,
                mandatory,
                role,
                UUID.randomUUID().toString());
    }

    public void close(String engagementId, String catalogId, String status) {
        jdbc.update(
                "update ftop_task set status = ?, updated_at = now() where engagement_id = ? and catalog_id = ?",
                status,
                engagementId,
                catalogId);
    }
}
