package org.acmconversation.ftop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.acmconversation.contract.OnPostgreSql;
import org.acmconversation.database.TableWithAddedColumn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Prepared statements on FTOP tasks still work after a newer version has added a column. */
@OnPostgreSql
class AddedColumnTest {

    @Autowired
    DataSource database;

    @Test
    void tasksAreStillRead() throws Exception {
        try (var table = new TableWithAddedColumn(database, "ftop_task")) {
            var ledger = new FtopLedger(
                    JdbcClient.create(table.database()), new NamedParameterJdbcTemplate(table.database()));
            table.addColumnBetween(() -> {
                assertThat(ledger.find(new UUID(0, 0), "4047")).isEmpty();
                assertThat(ledger.findAll(new UUID(0, 0))).isEmpty();
                assertThat(ledger.findAll(List.of(new FtopKey(new UUID(0, 0), "4047"))))
                        .isEmpty();
                assertThat(ledger.confirmedAfter(null, Instant.EPOCH, 1)).isEmpty();
            });
        }
    }
}
