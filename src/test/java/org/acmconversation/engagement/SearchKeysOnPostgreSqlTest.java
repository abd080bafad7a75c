package org.acmconversation.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.acmconversation.contract.OnPostgreSql;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@OnPostgreSql
class SearchKeysOnPostgreSqlTest extends SearchKeysContract {

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void searchesUseAnIndex() {
        List<String> plan = new TransactionTemplate(transactions).execute(status -> {
            jdbc.execute("set local enable_seqscan = off");
            return jdbc.queryForList(
                    "explain select * from engagement where search_key like ? escape '!'", String.class, "%fabrica%");
        });

        assertThat(plan).anyMatch(step -> step.contains("Bitmap Index Scan on engagement_search_key"));
    }
}
