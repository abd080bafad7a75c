package org.acmconversation.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.ibatis.builder.BuilderException;
import org.apache.ibatis.builder.IncompleteElementException;
import org.apache.ibatis.builder.xml.XMLConfigBuilder;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.mapping.ResultMapping;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.scripting.xmltags.DynamicSqlSource;
import org.apache.ibatis.scripting.xmltags.SqlNode;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ReflectUtil;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.ReflectionUtils;

@Tag("context")
class StatementsOnDemandTest {

    private static final String MAPPER = """
            <!DOCTYPE mapper PUBLIC "-//mybatis.org//DTD Mapper 3.0//EN" "http://mybatis.org/dtd/mybatis-3-mapper.dtd">
            <mapper namespace="%s">%s</mapper>
            """;

    private static final String CONFIGURATION = """
            <!DOCTYPE configuration PUBLIC "-//mybatis.org//DTD Config 3.0//EN" "http://mybatis.org/dtd/mybatis-3-config.dtd">
            <configuration><mappers>%s</mappers></configuration>
            """;

    @TempDir
    private Path folder;

    private Configuration of(String... mappers) throws IOException {
        StringBuilder urls = new StringBuilder();
        for (String mapper : mappers) {
            Path file = Files.writeString(Files.createTempFile(folder, "mapper", ".xml"), mapper);
            urls.append("<mapper url=\"%s\"/>".formatted(file.toUri()));
        }
        String configuration = CONFIGURATION.formatted(urls);
        return StatementsOnDemand.of(
                new ByteArrayInputStream(configuration.getBytes(StandardCharsets.UTF_8)), new Properties());
    }

    private static Properties engineProperties(String databaseType) {
        var properties = new Properties();
        properties.put("prefix", "");
        ProcessEngineConfigurationImpl.initSqlSessionFactoryProperties(properties, "", databaseType);
        return properties;
    }

    private static InputStream engineMappings() {
        return ReflectUtil.getResourceAsStream(ProcessEngineConfigurationImpl.DEFAULT_MYBATIS_MAPPING_FILE);
    }

    private static List<String> wholeNames(Configuration configuration) {
        return configuration.getMappedStatementNames().stream()
                .filter(name -> name.contains("."))
                .sorted()
                .toList();
    }

    private static List<String> results(MappedStatement statement) {
        return statement.getResultMaps().stream()
                .flatMap(map -> Stream.concat(
                        Stream.of(map.getId() + map.getType() + map.hasNestedResultMaps()),
                        map.getResultMappings().stream().map(StatementsOnDemandTest::result)))
                .toList();
    }

    private static String result(ResultMapping result) {
        return "%s = %s %s %s %s"
                .formatted(
                        result.getProperty(),
                        result.getColumn(),
                        result.getJdbcType(),
                        Optional.ofNullable(result.getTypeHandler()).map(Object::getClass),
                        result.getNestedResultMapId());
    }

    private static List<Object> kind(MappedStatement statement) {
        return List.of(
                statement.getSqlCommandType(),
                statement.getStatementType(),
                statement.getKeyGenerator().getClass(),
                statement.isFlushCacheRequired(),
                statement.isUseCache());
    }

    /** Its text with its parameters, or the tree that its text is made of. */
    private static List<String> sql(MappedStatement statement) {
        SqlSource source = statement.getSqlSource();
        if (source instanceof DynamicSqlSource) {
            return List.of(tree(ReflectionTestUtils.getField(source, "rootSqlNode")));
        }
        BoundSql bound = source.getBoundSql(null);
        return Stream.concat(
                        Stream.of(bound.getSql()),
                        bound.getParameterMappings().stream().map(ParameterMapping::getProperty))
                .toList();
    }

    private static String tree(Object part) {
        if (part instanceof List<?> parts) {
            return parts.stream().map(StatementsOnDemandTest::tree).toList().toString();
        }
        if (!(part instanceof SqlNode)) {
            return part instanceof String text ? text : "";
        }
        StringBuilder tree = new StringBuilder(part.getClass().getSimpleName());
        ReflectionUtils.doWithFields(
                part.getClass(), field -> tree.append(tree(ReflectionTestUtils.getField(part, field.getName()))));
        return tree.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void eachStatementOfTheEngineIsWhatItIsWhenAllAreReadAtOnce(String databaseType) throws IOException {
        Properties properties = engineProperties(databaseType);
        Configuration atOnce = new XMLConfigBuilder(engineMappings(), "", properties).parse();
        Configuration onDemand = StatementsOnDemand.of(engineMappings(), properties);

        assertThat(wholeNames(atOnce)).hasSizeGreaterThan(800).allSatisfy(name -> {
            MappedStatement statement = onDemand.getMappedStatement(name);
            MappedStatement expected = atOnce.getMappedStatement(name);
            assertThat(kind(statement)).isEqualTo(kind(expected));
            assertThat(results(statement)).isEqualTo(results(expected));
            assertThat(sql(statement)).isEqualTo(sql(expected));
        });
        assertThat(onDemand.getMappedStatementNames())
                .containsExactlyInAnyOrderElementsOf(atOnce.getMappedStatementNames());
    }

    @Test
    void allOfThemAreThereForWhoeverAsksForAll() throws IOException {
        Configuration atOnce = new XMLConfigBuilder(engineMappings(), "", engineProperties("h2")).parse();
        Configuration onDemand = StatementsOnDemand.of(engineMappings(), engineProperties("h2"));

        assertThat(List.copyOf(onDemand.getMappedStatements()))
                .hasSameSizeAs(List.copyOf(atOnce.getMappedStatements()));
    }

    @Test
    void aStatementIsFoundByItsWholeNameAndByTheLastPartOfIt() throws IOException {
        Configuration statements = of(MAPPER.formatted("tasks", """
                <sql id="columns">ID_, NAME_</sql>
                <select id="selectTask" resultType="map">select <include refid="columns"/> from TASK</select>
                """));

        assertThat(statements.hasStatement("tasks.selectTask")).isTrue();
        assertThat(statements.hasStatement("selectTask")).isTrue();
        assertThat(statements.hasStatement("selectJob")).isFalse();
        assertThat(statements.getMappedStatement("selectTask"))
                .isSameAs(statements.getMappedStatement("tasks.selectTask"));
        assertThat(statements.getMappedStatement("selectTask").getBoundSql(null).getSql())
                .isEqualToNormalizingWhitespace("select ID_, NAME_ from TASK");
    }

    @Test
    void aNameThatTwoFilesHaveMeansNeither() throws IOException {
        Configuration statements = of(
                MAPPER.formatted("tasks", "<select id=\"selectAll\" resultType=\"map\">select * from TASK</select>"),
                MAPPER.formatted("jobs", "<select id=\"selectAll\" resultType=\"map\">select * from JOB</select>"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> statements.getMappedStatement("selectAll"))
                .withMessageContaining("selectAll is ambiguous");
        assertThat(statements
                        .getMappedStatement("jobs.selectAll")
                        .getBoundSql(null)
                        .getSql())
                .isEqualTo("select * from JOB");
    }

    @Test
    void whatNobodyAsksForIsNotRead() throws IOException {
        Configuration statements = of(MAPPER.formatted("tasks", """
                <select id="selectTask" resultType="map">select * from TASK</select>
                <select id="selectWrong" resultType="no.such.Type">select * from TASK</select>
                """));

        assertThat(statements.getMappedStatement("selectTask")).isNotNull();
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> statements.getMappedStatement("selectWrong"))
                    .isInstanceOf(BuilderException.class)
                    .hasMessageContaining("no.such.Type");
        }
    }

    @Test
    void aFileIsReadWhenSomethingInItIsAskedFor() throws IOException {
        Configuration statements = of(
                MAPPER.formatted("parts", "<sql id='columns'>ID_, NAME_</sql>"),
                MAPPER.formatted("tasks", """
                        <resultMap id="task" type="map"><id property="id" column="ID_"/></resultMap>
                        <select id ="selectTask" resultMap="task">select <include refid="parts.columns"/> from TASK</select>
                        """),
                MAPPER.formatted("jobs", """
                        <select id="selectTaskOfJob" resultMap="tasks.task">select * from TASK</select>
                        """),
                MAPPER.formatted("wrong", """
                        <resultMap id="some" type="map"/>
                        <resultMap id="none" type="no.such.Type"/>
                        """));
        assertThat(statements.getResultMapNames()).isEmpty();

        MappedStatement taskOfJob = statements.getMappedStatement("selectTaskOfJob");
        assertThat(taskOfJob.getResultMaps()).singleElement().isSameAs(statements.getResultMap("tasks.task"));
        assertThat(statements.getMappedStatement("selectTask").getBoundSql(null).getSql())
                .isEqualToNormalizingWhitespace("select ID_, NAME_ from TASK");
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> statements.getResultMap("wrong.none"))
                    .isInstanceOf(BuilderException.class)
                    .hasMessageContaining("no.such.Type");
        }
    }

    @Test
    void aFileThatCouldNotBeOpenedIsOpenedTheNextTime() throws IOException {
        Configuration statements = of(
                MAPPER.formatted("tasks", "<select id=\"selectTask\" resultType=\"map\">select * from TASK</select>"));
        Path file;
        try (Stream<Path> files = Files.list(folder)) {
            file = files.findFirst().orElseThrow();
        }
        Path elsewhere = Files.move(file, folder.resolve("elsewhere"));

        assertThatThrownBy(() -> statements.getMappedStatement("selectTask")).isInstanceOf(UncheckedIOException.class);
        Files.move(elsewhere, file);

        assertThat(statements.getMappedStatement("selectTask")).isNotNull();
    }

    @Test
    void ourOwnFileCanBeReadWhole() throws IOException {
        StatementsOnDemand statements = StatementsOnDemand.of(engineMappings(), engineProperties("postgres"));
        int engines = statements.getMappedStatementNames().size();

        statements.add("org/acmconversation/engine/persistence/statements.xml");

        assertThat(statements.getMappedStatementNames())
                .hasSizeGreaterThan(engines)
                .contains("org.acmconversation.engine.persistence.endHistoricTaskInstance");
    }

    @Test
    void aFileWithoutANamespaceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("<mapper/>"))
                .withMessageEndingWith("is no mapping file: it has no namespace");
    }

    @Test
    void whatIncludesSomethingThatIsNowhereIsRefused() throws IOException {
        Configuration statements = of(MAPPER.formatted(
                "tasks",
                "<select id=\"selectTask\" resultType=\"map\">select <include refid=\"columns\"/> from TASK</select>"));

        assertThatThrownBy(() -> statements.getMappedStatement("selectTask"))
                .isInstanceOf(IncompleteElementException.class)
                .hasMessageContaining("columns");
    }

    @Test
    void manyWhoAskAtOnceGetTheSame() throws Exception {
        int threads = 8;
        List<String> names =
                wholeNames(new XMLConfigBuilder(engineMappings(), "", engineProperties("postgres")).parse());
        Configuration onDemand = StatementsOnDemand.of(engineMappings(), engineProperties("postgres"));
        var start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<List<MappedStatement>>> asked = Collections.nCopies(threads, 0).stream()
                    .map(any -> pool.submit(() -> {
                        start.await();
                        return names.stream().map(onDemand::getMappedStatement).toList();
                    }))
                    .toList();
            Set<MappedStatement> got = Collections.newSetFromMap(new IdentityHashMap<>());
            for (Future<List<MappedStatement>> statements : asked) {
                got.addAll(statements.get());
            }

            assertThat(got).hasSameSizeAs(names);
        } finally {
            pool.shutdownNow();
        }
    }
}
