package org.acmconversation.engine.persistence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.builder.StaticSqlSource;
import org.apache.ibatis.executor.keygen.NoKeyGenerator;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.reflection.MetaObject;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.db.DbEntity;

/** Derives multi-row inserts from the engine's single-row inserts. */
class MultiRowInserts {

    private static final String VALUES = "values";

    private final Map<Kind, Optional<Insert>> known = new ConcurrentHashMap<>();

    private record Kind(String statement, String sqlOfOne, int rows) {}

    /**
     * A statement that inserts a certain number of rows.
     *
     * @param properties a row's properties, in the order of its values
     * @param names names of the parameters, row by row
     */
    private record Insert(String statement, List<String> properties, List<String> names) {}

    /** A statement with its parameters by name. */
    record Call(String statement, Map<String, Object> values) {}

    /** Returns the statement for these rows; empty if the engine inserts them with different statements. */
    Optional<Call> of(Configuration configuration, String insert, List<DbEntity> rows) {
        MappedStatement ofOne = configuration.getMappedStatement(insert);
        BoundSql first = ofOne.getBoundSql(rows.get(0));
        boolean isSame =
                rows.stream().allMatch(row -> ofOne.getBoundSql(row).getSql().equals(first.getSql()));
        if (!isSame) {
            return Optional.empty();
        }
        return known.computeIfAbsent(
                        new Kind(insert, first.getSql(), rows.size()), kind -> insert(configuration, kind, first))
                .map(ofSeveral -> new Call(ofSeveral.statement(), values(configuration, ofSeveral, rows)));
    }

    private static Optional<Insert> insert(Configuration configuration, Kind kind, BoundSql ofOne) {
        int values = kind.sqlOfOne().toLowerCase(Locale.ROOT).lastIndexOf(VALUES);
        if (values < 0) {
            return Optional.empty();
        }
        String row = kind.sqlOfOne().substring(values + VALUES.length());
        String sql = kind.sqlOfOne() + (", " + row).repeat(kind.rows() - 1);
        List<ParameterMapping> parameters = new ArrayList<>();
        for (int i = 0; i < kind.rows(); i++) {
            for (ParameterMapping parameter : ofOne.getParameterMappings()) {
                // A simple name: MyBatis would parse a path to a row's property again for each value.
                parameters.add(new ParameterMapping.Builder(
                                configuration, "value" + parameters.size(), parameter.getTypeHandler())
                        .javaType(parameter.getJavaType())
                        .jdbcType(parameter.getJdbcType())
                        .build());
            }
        }
        String name = "%s-%d-%08x"
                .formatted(kind.statement(), kind.rows(), kind.sqlOfOne().hashCode());
        configuration.addMappedStatement(new MappedStatement.Builder(
                        configuration, name, new StaticSqlSource(configuration, sql, parameters), SqlCommandType.INSERT)
                .keyGenerator(NoKeyGenerator.INSTANCE)
                .build());
        return Optional.of(new Insert(
                name,
                ofOne.getParameterMappings().stream()
                        .map(ParameterMapping::getProperty)
                        .toList(),
                parameters.stream().map(ParameterMapping::getProperty).toList()));
    }

    private static Map<String, Object> values(Configuration configuration, Insert insert, List<DbEntity> rows) {
        Map<String, Object> values = new HashMap<>(2 * insert.names().size());
        int i = 0;
        for (DbEntity row : rows) {
            MetaObject properties = configuration.newMetaObject(row);
            for (String property : insert.properties()) {
                values.put(insert.names().get(i++), properties.getValue(property));
            }
        }
        return values;
    }
}
