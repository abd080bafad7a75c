package org.acmconversation.engine.feel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mockConstruction;

import camundajar.impl.scala.util.Either;
import camundajar.impl.scala.util.Right;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.context.Context;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cached expressions and functions are evaluated again with each request. */
@SuppressWarnings("deprecation") // Camunda calls the deprecated methods.
class FeelCacheTest {

    private static final ProcessEngine ENGINE = engine();
    private static final FeelEngine FEEL = ((ProcessEngineConfigurationImpl) ENGINE.getProcessEngineConfiguration())
            .getDmnEngineConfiguration()
            .getFeelEngine();

    private static ProcessEngine engine() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("feel-once");
        configuration.setJdbcUrl("jdbc:h2:mem:feel-once");
        configuration.setProcessEnginePlugins(List.of(new FeelCache()));
        return configuration.buildProcessEngine();
    }

    @AfterAll
    static void stop() {
        ENGINE.close();
    }

    private static VariableContext licenses(Integer licenses) {
        return Variables.putValue("licenses", licenses).asVariableContext();
    }

    /** Counts parsed expressions. */
    private static class Counting extends FeelCache.Remembering {

        private final List<String> parsed = new ArrayList<>();

        Counting() {
            super(new org.camunda.feel.FeelEngine.Builder().build());
        }

        @Override
        public Either<Failure, ParsedExpression> parseExpression(String expression) {
            parsed.add(expression);
            return super.parseExpression(expression);
        }

        @Override
        public Either<Failure, ParsedExpression> parseUnaryTests(String tests) {
            parsed.add(tests);
            return super.parseUnaryTests(tests);
        }
    }

    @Test
    void parsesEachExpressionOnce() {
        var counting = new Counting();

        for (int i = 0; i < 3; i++) {
            counting.evalExpression("1 + 1", Context.EmptyContext$.MODULE$);
            counting.evalUnaryTests("> 1", Context.EmptyContext$.MODULE$);
        }

        assertThat(counting.parsed).containsExactly("1 + 1", "> 1");
    }

    @Test
    void createsNoFunctionsPerEvaluation() {
        var remembering = new FeelCache.Remembering(new org.camunda.feel.FeelEngine.Builder().build());

        try (var made = mockConstruction(BuiltinFunctions.class)) {
            assertThat(remembering.evalExpression("string length(\"four\")", Context.EmptyContext$.MODULE$))
                    .hasToString("Right(4)");
            assertThat(made.constructed()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 + 1",
                "upper case(\"contoso\")",
                "date and time(\"2026-11-25T10:00:00Z\") + duration(\"P1D\")",
                "some x in [1, 2] satisfies x > 1",
                "{a: 1, b: a + 1}.b",
                "null + 1",
                "missing",
                "missing.more",
                "no function(1)",
                "string length(1)",
                "assert(missing, missing != null)",
                "assert(missing, missing != null, \"is not there\")",
                "1 +",
            })
    void returnsTheSameResultsAndFailuresAsTheEngine(String expression) {
        var engine = new org.camunda.feel.FeelEngine.Builder().build();
        var remembering = new FeelCache.Remembering(engine);

        for (int i = 0; i < 2; i++) {
            assertThat(remembering.evalExpression(expression, Context.EmptyContext$.MODULE$))
                    .hasToString(engine.evalExpression(expression, Context.EmptyContext$.MODULE$)
                            .toString());
        }
        assertThat(failures(remembering, expression)).isEqualTo(failures(engine, expression));
    }

    private static String failures(org.camunda.feel.FeelEngine engine, String expression) {
        Either<Failure, ParsedExpression> parsed = engine.parseExpression(expression);
        return parsed instanceof Right<?, ?> right
                ? engine.evaluate((ParsedExpression) right.value(), Context.EmptyContext$.MODULE$)
                        .toString()
                : parsed.toString();
    }

    @Test
    void engineUsesTheCache() {
        assertThat(FEEL).isInstanceOf(FeelCache.Evaluation.class);
    }

    @Test
    void evaluatesWithTheGivenVariables() {
        assertThat(FEEL.<Object>evaluateSimpleExpression("licenses > 20000", licenses(20_001)))
                .isEqualTo(true);
        assertThat(FEEL.<Object>evaluateSimpleExpression("licenses > 20000", licenses(20_000)))
                .isEqualTo(false);
        assertThat(FEEL.<Object>evaluateSimpleExpression("licenses > 20000", licenses(null)))
                .isNull();
    }

    @Test
    void distinguishesTestsFromValuesWithTheSameText() {
        assertThat(FEEL.evaluateSimpleUnaryTests("20000", "licenses", licenses(20_000)))
                .isTrue();
        assertThat(FEEL.evaluateSimpleUnaryTests("20000", "licenses", licenses(1)))
                .isFalse();
        assertThat(FEEL.<Object>evaluateSimpleExpression("20000", licenses(1))).isEqualTo(20_000L);
    }

    @Test
    void reportsParseErrorsEachTime() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> FEEL.evaluateSimpleExpression("licenses >", licenses(1)))
                    .isInstanceOf(FeelException.class)
                    .hasStackTraceContaining("licenses >");
            assertThatThrownBy(() -> FEEL.evaluateSimpleUnaryTests("> >", "licenses", licenses(1)))
                    .isInstanceOf(FeelException.class);
        }
    }
}
