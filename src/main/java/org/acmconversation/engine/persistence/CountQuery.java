package org.acmconversation.engine.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.sql.DataSource;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.reflection.MetaObject;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.TypeHandler;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * A count query with its parameters. They include the user and groups wherever the result depends on them, so the query
 * can be repeated in the background, and its result is valid for everyone whose query has the same parameters.
 */
record CountQuery(String sql, List<Parameter> parameters) {

    /** Query timeout, after which the connection is returned to the pool. */
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** A date closer to now than this is compared by its distance from now. */
    private static final Duration NEAR = Duration.ofMinutes(1);

    /** A value and how to set it in a statement. */
    record Parameter(Object value, TypeHandler<Object> handler, JdbcType type) {

        /**
         * Keeps the key of a query that contains the current time, such as that for overdue tasks, constant as time
         * passes.
         */
        Object key(Date now) {
            if (!(value instanceof Date date)) {
                return value;
            }
            long distance = date.getTime() - now.getTime();
            return Math.abs(distance) < NEAR.toMillis() ? Duration.ofSeconds(Math.round(distance / 1_000.0)) : value;
        }
    }

    /** Identifies equal queries. */
    record Key(String sql, List<Object> values) {}

    /** Creates a query within a command of the engine; all restrictions must have been added already. */
    static CountQuery of(String statementName, ListQueryParameterObject query) {
        DbSqlSessionFactory sessions = Context.getProcessEngineConfiguration().getDbSqlSessionFactory();
        Configuration configuration = sessions.getSqlSessionFactory().getConfiguration();
        MappedStatement statement = configuration.getMappedStatement(sessions.mapStatement(statementName));
        BoundSql sql = statement.getBoundSql(query);
        MetaObject properties = configuration.newMetaObject(query);
        List<Parameter> parameters = new ArrayList<>();
        for (ParameterMapping mapping : sql.getParameterMappings()) {
            parameters.add(parameter(mapping, sql, properties, configuration));
        }
        return new CountQuery(sql.getSql(), parameters);
    }

    @SuppressWarnings("unchecked")
    private static Parameter parameter(
            ParameterMapping mapping, BoundSql sql, MetaObject properties, Configuration configuration) {
        String name = mapping.getProperty();
        Object value = sql.hasAdditionalParameter(name) ? sql.getAdditionalParameter(name) : properties.getValue(name);
        JdbcType type = value == null && mapping.getJdbcType() == null
                ? configuration.getJdbcTypeForNull()
                : mapping.getJdbcType();
        return new Parameter(value, (TypeHandler<Object>) mapping.getTypeHandler(), type);
    }

    Key key() {
        Date now = ClockUtil.getCurrentTime();
        List<Object> values = new ArrayList<>();
        for (Parameter parameter : parameters) {
            values.add(parameter.key(now));
        }
        return new Key(sql, values);
    }

    /**
     * Runs the query.
     *
     * @throws DataAccessResourceFailureException if it fails or takes longer than a minute
     */
    long execute(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout((int) TIMEOUT.toSeconds());
            for (int i = 0; i < parameters.size(); i++) {
                Parameter parameter = parameters.get(i);
                parameter.handler().setParameter(statement, i + 1, parameter.value(), parameter.type());
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("Counting failed", e);
        }
    }
}
