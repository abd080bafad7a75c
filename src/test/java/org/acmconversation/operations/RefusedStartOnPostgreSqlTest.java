package org.acmconversation.operations;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.acmconversation.contract.OnPostgreSql;
import org.junit.jupiter.api.Test;

/** Refused starts on PostgreSQL. */
@OnPostgreSql
class RefusedStartOnPostgreSqlTest extends RefusedStartContract {

    @Test
    void namesTheNewestDefinitionOfAMissingIndex() {
        String statement = "create index acm_idx_task_parent on ACT_RU_TASK (PARENT_TASK_ID_)"
                + " where PARENT_TASK_ID_ is not null;";
        jdbc.sql("drop index acm_idx_task_parent").update();
        try {
            assertThatIllegalStateException()
                    .isThrownBy(() -> new RequiredIndexes(dataSource, jdbc, migrations))
                    .withMessageEndingWith("as the user that owns the tables: " + statement);
        } finally {
            jdbc.sql(statement).update();
        }
    }
}
