package org.acmconversation.engine.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.ibatis.builder.StaticSqlSource;
import org.apache.ibatis.executor.keygen.NoKeyGenerator;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.db.DbEntity;

/**
 * Makes of a statement that inserts one row another one that inserts several: the same values for each row, taken from
 * the list {@code rows} of its parameters.
 */
class InsertOfRows {

    private static final String VALUES = "values";
    private static final String ROWS = "rows";

    private InsertOfRows() {}

    /** What such a statement takes. */
    static Map<String, Object> parameters(List<DbEntity> rows) {
        return Map.of(ROWS, rows);
    }

    /** The name of the statement for so many rows like these; none if the engine writes them in different ways. */
    static Optional<String> of(Configuration configuration, String insert, List<DbEntity> rows) {
        MappedStatement ofOne = configuration.getMappedStatement(insert);
        BoundSql first = ofOne.getBoundSql(rows.get(0));
        boolean isSame =
                rows.stream().allMatch(row -> ofOne.getBoundSql(row).getSql().equals(first.getSql()));
        int values = first.getSql().toLowerCase().lastIndexOf(VALUES);
        if (!isSame || values < 0) {
            return Optional.empty();
        }
        String name = "%s-%d-%08x".formatted(insert, rows.size(), first.getSql().hashCode());
        if (!configuration.hasStatement(name, false)) {
            synchronized (InsertOfRows.class) {
                if (!configuration.hasStatement(name, false)) {
                    configuration.addMappedStatement(statement(configuration, name, first, values, rows.size()));
                }
            }
        }
        return Optional.of(name);
    }

    private static MappedStatement statement(
            Configuration configuration, String name, BoundSql ofOne, int values, int rows) {
        String row = ofOne.getSql().substring(values + VALUES.length());
        String sql = ofOne.getSql() + (", " + row).repeat(rows - 1);
        List<ParameterMapping> parameters = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            for (ParameterMapping parameter : ofOne.getParameterMappings()) {
                parameters.add(new ParameterMapping.Builder(
                                configuration,
                                "%s[%d].%s".formatted(ROWS, i, parameter.getProperty()),
                                parameter.getTypeHandler())
                        .javaType(parameter.getJavaType())
                        .jdbcType(parameter.getJdbcType())
                        .build());
            }
        }
        return new MappedStatement.Builder(
                        configuration, name, new StaticSqlSource(configuration, sql, parameters), SqlCommandType.INSERT)
                .keyGenerator(NoKeyGenerator.INSTANCE)
                .build();
    }
}
