package org.acmconversation.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.acmconversation.contract.OnPostgreSql;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Partial indexes on the engine's tables, which leave out nulls. */
@OnPostgreSql
class PartialIndexesTest {

    private static final String COLUMN =
            "select a.attname from pg_attribute a where a.attrelid = i.indrelid and a.attnum = i.indkey[0]";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @Test
    void containNoRowsWithoutTenantCaseOrRemovalTime() {
        List<String> withNulls =
                jdbc.sql("""
                        select i.indexrelid::regclass::text
                        from pg_index i join pg_class t on t.oid = i.indrelid
                        where t.relname in ('act_ru_execution', 'act_ru_task', 'act_ru_variable', 'act_ru_job',
                            'act_hi_procinst', 'act_hi_actinst', 'act_hi_taskinst', 'act_hi_varinst', 'act_hi_decinst')
                          and (%s) similar to 'tenant_id_|case_(def|inst|exec|execution)_id_|removal_time_'
                          and i.indpred is null""".formatted(COLUMN)).query(String.class).list();

        assertThat(withNulls).isEmpty();
    }

    /** With a generic plan, as PostgreSQL uses for the engine's statements after a few executions. */
    @Test
    void areUsedToFindOneOrSeveralValues() throws SQLException {
        List<String> unused = new ArrayList<>();
        int looked = 0;
        try (Connection connection = dataSource.getConnection();
                Statement settings = connection.createStatement();
                Statement indexes = connection.createStatement()) {
            settings.execute("set plan_cache_mode = force_generic_plan");
            settings.execute("set enable_seqscan = off");
            ResultSet index = indexes.executeQuery("""
                    select i.indexrelid::regclass::text, i.indrelid::regclass::text, (%s)
                    from pg_index i where pg_get_expr(i.indpred, i.indrelid) like '%%IS NOT NULL%%'""".formatted(COLUMN));
            while (index.next()) {
                for (String condition : List.of("= $1", "in ($1, $2)", "<= $1")) {
                    String plan = plan(settings, index.getString(2), index.getString(3), condition);
                    if (plan.contains("Seq Scan")) {
                        unused.add(index.getString(1) + " " + condition);
                    }
                    looked++;
                }
            }
            settings.execute("reset plan_cache_mode");
            settings.execute("reset enable_seqscan");
        }

        assertThat(looked).isGreaterThan(100);
        assertThat(unused).isEmpty();
    }

    private static String plan(Statement statement, String table, String column, String condition) throws SQLException {
        statement.execute("prepare look as select 1 from %s where %s %s".formatted(table, column, condition));
        String arguments = condition.contains("$2") ? "null, null" : "null";
        StringBuilder plan = new StringBuilder();
        try (ResultSet lines = statement.executeQuery("explain execute look(%s)".formatted(arguments))) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        statement.execute("deallocate look");
        return plan.toString();
    }
}
