package org.acmconversation.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.support.GenericApplicationContext;

@Tag("context")
class EarlyStatementsTest {

    private static final String H2 = "spring.datasource.url=jdbc:h2:mem:early-statements";

    private static GenericApplicationContext contextWith(String... settings) {
        var context = new GenericApplicationContext();
        TestPropertyValues.of(settings).applyTo(context);
        new EarlyStatements.Start()
                .onApplicationEvent(
                        new ApplicationContextInitializedEvent(new SpringApplication(), new String[0], context));
        context.refresh();
        return context;
    }

    private static ProcessEngineConfigurationImpl engine(String name) {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(name);
        configuration.setJdbcUrl("jdbc:h2:mem:early-statements-" + name);
        configuration.setJdbcStatementTimeout(7);
        configuration.setJdbcBatchProcessing(true);
        return configuration;
    }

    private static List<String> sqlOf(Configuration statements) {
        return statements.getMappedStatementNames().stream()
                .filter(name -> name.contains("."))
                .sorted()
                .map(statements::getMappedStatement)
                .filter(statement -> statement.getId().contains(".insert"))
                .map(MappedStatement::getSqlSource)
                .map(source -> source.getBoundSql(null).getSql())
                .toList();
    }

    @Test
    void theEngineHasTheStatementsThatItWouldHaveReadItself() {
        try (var context = contextWith(H2)) {
            ProcessEngineConfigurationImpl early = engine("early");
            early.setProcessEnginePlugins(List.of(context.getBean(EarlyStatements.class)));
            ProcessEngine own = engine("own").buildProcessEngine();
            ProcessEngine with = early.buildProcessEngine();
            try {
                Configuration expected = ((ProcessEngineConfigurationImpl) own.getProcessEngineConfiguration())
                        .getSqlSessionFactory()
                        .getConfiguration();
                Configuration read = early.getSqlSessionFactory().getConfiguration();

                assertThat(read.getMappedStatementNames()).hasSizeGreaterThan(900);
                assertThat(read.getMappedStatementNames()).isEqualTo(expected.getMappedStatementNames());
                assertThat(sqlOf(read)).hasSizeGreaterThan(40).isEqualTo(sqlOf(expected));
                assertThat(read.getVariables()).isEqualTo(expected.getVariables());
                assertThat(read.getDefaultStatementTimeout()).isEqualTo(7);
                assertThat(read.getDefaultExecutorType()).isEqualTo(ExecutorType.BATCH);
                assertThat(with.getTaskService().createTaskQuery().count()).isZero();
            } finally {
                with.close();
                own.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"camunda.bpm.database.type=h2", "spring.datasource.jndi-name=java:comp/env/acm"})
    void whereMoreThanTheUrlDecidesTheEngineReadsThemInItsTurn(String setting) {
        try (var context = contextWith(H2, setting)) {
            assertThat(context.getBeansOfType(EarlyStatements.class)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "postgresql://localhost/acm", "jdbc:another:acm"})
    void withoutAUrlThatTellsTheDatabaseTheEngineReadsThemInItsTurn(String url) {
        try (var context = contextWith("spring.datasource.url=" + url)) {
            assertThat(context.getBeansOfType(EarlyStatements.class)).isEmpty();
        }
    }

    @Test
    void aTablePrefixIsRefused() {
        ProcessEngineConfigurationImpl configuration = engine("prefixed");
        configuration.setDatabaseTablePrefix("CAMUNDA.");
        configuration.setProcessEnginePlugins(List.of(new FewerStatements(new LongCounts())));

        assertThatIllegalStateException()
                .isThrownBy(configuration::buildProcessEngine)
                .withMessage(
                        "camunda.bpm.database.table-prefix is CAMUNDA.: remove it, since the engine's tables have no"
                                + " prefix here. To choose a schema, write it into spring.datasource.url.");
    }

    @Test
    void anotherDatabaseThanTheUrlSaysIsRefused() {
        try (var context = contextWith("spring.datasource.url=jdbc:postgresql://localhost/acm")) {
            ProcessEngineConfigurationImpl configuration = engine("another");
            configuration.setProcessEnginePlugins(List.of(context.getBean(EarlyStatements.class)));

            assertThatIllegalStateException()
                    .isThrownBy(configuration::buildProcessEngine)
                    .withMessage("By its URL the database is postgres, by itself h2; set camunda.bpm.database.type");
        }
    }
}
