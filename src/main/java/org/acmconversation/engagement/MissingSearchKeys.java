package org.acmconversation.engagement;

import java.util.List;
import java.util.UUID;
import org.acmconversation.problem.VisibleText;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Adds missing search keys and trims external ids, for engagements from before the migration and for those that a node
 * of the previous version starts during a rolling update.
 */
class MissingSearchKeys {

    private static final int ROWS_AT_ONCE = 500;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcTemplate jdbc;

    private record Row(UUID id, String customerName, String externalId) {

        String externalIdOnly() {
            return VisibleText.strip(externalId);
        }
    }

    MissingSearchKeys(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void fill() {
        UUID last = BEFORE_ALL;
        List<Row> rows = next(last);
        while (!rows.isEmpty()) {
            fill(rows);
            last = rows.get(rows.size() - 1).id();
            rows = next(last);
        }
    }

    private List<Row> next(UUID after) {
        return jdbc.query(
                "select id, customer_name, external_id from engagement where search_key is null and id > ?"
                        + " order by id limit " + ROWS_AT_ONCE,
                new DataClassRowMapper<>(Row.class),
                after);
    }

    private void fill(List<Row> rows) {
        jdbc.batchUpdate(
                "update engagement set search_key = ? where id = ? and search_key is null",
                rows.stream()
                        .map(row -> new Object[] {SearchKey.of(row.customerName(), row.externalId()), row.id()})
                        .toList());
        rows.stream()
                .filter(row -> !VisibleText.isBlank(row.externalId())
                        && !row.externalIdOnly().equals(row.externalId()))
                .forEach(row ->
                        jdbc.update("""
                        update engagement set external_id = ?
                        where id = ? and external_id = ?
                          and not exists (select 1 from engagement where external_id = ?)
                        """, row.externalIdOnly(), row.id(), row.externalId(), row.externalIdOnly()));
    }
}
