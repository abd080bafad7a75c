package org.acmconversation.personaldata;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.stereotype.Component;

/** Reads rows of tables as they are stored, for JSON. */
@Component
public class StoredRows {

    private final JdbcClient jdbc;

    StoredRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns rows by column, in lower case and without null values. Bytes are read as text. */
    public List<Map<String, Object>> read(String table, String condition, Map<String, ?> parameters) {
        return jdbc.sql("select * from " + table + " where " + condition)
                .params(parameters)
                .query(StoredRows::row)
                .list();
    }

    private static Map<String, Object> row(ResultSet result, int number) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            Object value = plain(JdbcUtils.getResultSetValue(result, i));
            if (value != null) {
                row.put(result.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT), value);
            }
        }
        return row;
    }

    private static @Nullable Object plain(@Nullable Object value) throws SQLException {
        if (value instanceof Array array) {
            return Arrays.asList((Object[]) array.getArray());
        }
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        if (value instanceof Timestamp time) {
            return time.toInstant().toString();
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant().toString();
        }
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
