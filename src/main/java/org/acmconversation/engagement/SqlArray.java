package org.acmconversation.engagement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.support.SqlValue;

/** A list of strings as a parameter for a {@code varchar array} column. */
record SqlArray(List<String> elements) implements SqlValue {

    static SqlArray of(List<String> elements) {
        return new SqlArray(elements);
    }

    @Override
    public void setValue(PreparedStatement statement, int index) throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(index, connection.createArrayOf("varchar", elements.toArray()));
    }

    @Override
    public void cleanup() {
        // The array is freed with its statement.
    }
}
