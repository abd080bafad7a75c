package org.acmconversation.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import javax.sql.DataSource;
import org.acmconversation.contract.OnPostgreSql;
import org.acmconversation.database.TableWithAddedColumn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Prepared statements on engagements still work after a newer version has added a column. */
@OnPostgreSql
class AddedColumnTest {

    @Autowired
    DataSource database;

    @Test
    void engagementsAreStillRead() throws Exception {
        try (var table = new TableWithAddedColumn(database, "engagement")) {
            var engagements = new EngagementRepository(JdbcClient.create(table.database()), table.database());
            table.addColumnBetween(() -> {
                assertThat(engagements.find(new UUID(0, 0))).isEmpty();
                assertThat(engagements.findAndLock(new UUID(0, 0))).isEmpty();
                assertThat(engagements.findWithProcess(new UUID(0, 0), 1)).isEmpty();
            });
        }
    }
}
