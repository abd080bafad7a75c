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
 * A statement of the engine that counts, with the parameters as they were when somebody asked: who asked is among them
 * wherever it matters for the answer. So it can be asked again by nobody in particular, and the answer is for those
 * only who ask the very same.
 */
record CountQuestion(String sql, List<Parameter> parameters) {

    /** Whatever hangs gives its connection back. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A date that is no further from now is told by its distance. */
    private static final Duration NEAR = Duration.ofMinutes(1);

    /** A value, and how it is written into a statement. */
    record Parameter(Object value, TypeHandler<Object> handler, JdbcType type) {

        /** A question about now, such as which tasks are overdue, stays the same while time passes. */
        Object key(Date now) {
            if (!(value instanceof Date date)) {
                return value;
            }
            long distance = date.getTime() - now.getTime();
            return Math.abs(distance) < NEAR.toMillis() ? Duration.ofSeconds(Math.round(distance / 1_000.0)) : value;
        }
    }

    /** What makes a question the same as another. */
    record Key(String sql, List<Object> values) {}

    /** Within a command of the engine, of a query that has all that limits it. */
    static CountQuestion of(String statementName, ListQueryParameterObject query) {
        DbSqlSessionFactory sessions = Context.getProcessEngineConfiguration().getDbSqlSessionFactory();
        Configuration configuration = sessions.getSqlSessionFactory().getConfiguration();
        MappedStatement statement = configuration.getMappedStatement(sessions.mapStatement(statementName));
        BoundSql sql = statement.getBoundSql(query);
        MetaObject properties = configuration.newMetaObject(query);
        List<Parameter> parameters = new ArrayList<>();
        for (ParameterMapping mapping : sql.getParameterMappings()) {
            parameters.add(parameter(mapping, sql, properties, configuration));
        }
        return new CountQuestion(sql.getSql(), parameters);
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

    /** @throws DataAccessResourceFailureException if there is no answer within a minute, or none at all */
    long ask(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout((int) PATIENCE.toSeconds());
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
