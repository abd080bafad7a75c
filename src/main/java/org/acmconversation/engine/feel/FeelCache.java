package org.acmconversation.engine.feel;

import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import camundajar.impl.scala.util.Either;
import camundajar.impl.scala.util.Right;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.api.EvaluationFailure;
import org.camunda.feel.api.EvaluationFailureType;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FailedEvaluationResult;
import org.camunda.feel.api.SuccessfulEvaluationResult;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.context.FunctionProvider.CompositeFunctionProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;
import org.jspecify.annotations.Nullable;

/**
 * Caches parsed FEEL expressions and FEEL's built-in functions. The engine creates both again for each evaluation,
 * which took half of the CPU time for starting an engagement.
 */
public class FeelCache extends AbstractProcessEnginePlugin {

    /** More expressions than all models in use have; the least recently used ones are evicted. */
    private static final int EXPRESSIONS = 2_000;

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        if (configuration.getDmnEngineConfiguration() == null) {
            configuration.setDmnEngineConfiguration(
                    (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration());
        }
        configuration.getDmnEngineConfiguration().setFeelEngineFactory(Evaluation::new);
    }

    /** The engine's evaluation with cached expressions. */
    static class Evaluation extends ScalaFeelEngine {

        Evaluation() {
            super(List.of());
        }

        @Override
        protected FeelEngine buildFeelEngine(CustomFunctionTransformer functions, CompositeValueMapper values) {
            return new Remembering(super.buildFeelEngine(functions, values));
        }
    }

    /**
     * A FEEL engine with cached expressions and functions. Overrides the deprecated methods, since Camunda calls them.
     */
    @SuppressWarnings("deprecation")
    static class Remembering extends FeelEngine {

        private final FunctionProvider functions;

        private final Cache<String, ParsedExpression> expressions =
                Caffeine.newBuilder().maximumSize(EXPRESSIONS).build();
        private final Cache<String, ParsedExpression> unaryTests =
                Caffeine.newBuilder().maximumSize(EXPRESSIONS).build();

        Remembering(FeelEngine other) {
            super(other.functionProvider(), other.valueMapper(), other.configuration(), other.clock());
            functions = new BoundedFunctions(new CompositeFunctionProvider(CollectionConverters.asScala(
                            List.of(new BuiltinFunctions(clock(), valueMapper()), functionProvider()))
                    .toList()));
        }

        /**
         * Each evaluation has its own context, which collects its failures. Whether an expression calls Java was
         * checked when it was parsed.
         */
        @Override
        public EvaluationResult evaluate(ParsedExpression expression, Context variables) {
            EvalContext context = EvalContext.create(valueMapper(), functions).merge(variables);
            try {
                return result(
                        expression, new BoundedFeel(valueMapper()).eval(expression.expression(), context), context);
            } catch (BoundedFeel.LimitExceededException exceeded) {
                return failed(expression, exceeded.getMessage(), context);
            } catch (RuntimeException failure) {
                return failed(expression, failure.getMessage(), context);
            } catch (StackOverflowError e) {
                // Unbounded recursion; there is no other way to detect it.
                return failed(expression, "it calls itself too deeply", context);
            }
        }

        /** Reports failures with the engine's own messages. */
        private EvaluationResult result(ParsedExpression expression, Val value, EvalContext context) {
            for (EvaluationFailure failure :
                    CollectionConverters.asJava(context.failureCollector().failures())) {
                if (failure.failureType() == EvaluationFailureType.ASSERT_FAILURE$.MODULE$) {
                    return new FailedEvaluationResult(
                            new Failure("Assertion failure on evaluate the expression '%s': %s"
                                    .formatted(expression.text(), failure.failureMessage())),
                            context.failureCollector().failures());
                }
            }
            if (value instanceof ValError error) {
                return failed(expression, error.error(), context);
            }
            if (value instanceof ValFatalError error) {
                return failed(expression, error.error(), context);
            }
            return new SuccessfulEvaluationResult(
                    valueMapper().unpackVal(value), context.failureCollector().failures());
        }

        private static EvaluationResult failed(ParsedExpression expression, @Nullable String why, EvalContext context) {
            return new FailedEvaluationResult(
                    new Failure("failed to evaluate expression '%s': %s".formatted(expression.text(), why)),
                    context.failureCollector().failures());
        }

        @Override
        public Either<Failure, Object> evalExpression(String expression, Context context) {
            return eval(expressions, expression, this::parseExpression, context);
        }

        @Override
        public Either<Failure, Object> evalUnaryTests(String tests, Context context) {
            return eval(unaryTests, tests, this::parseUnaryTests, context);
        }

        /** Does not cache parse errors: the next attempt fails with the same message. */
        @SuppressWarnings("unchecked")
        private Either<Failure, Object> eval(
                Cache<String, ParsedExpression> known,
                String text,
                Function<String, Either<Failure, ParsedExpression>> parse,
                Context context) {
            ParsedExpression parsed = known.getIfPresent(text);
            if (parsed == null) {
                Either<Failure, ?> result = parse.apply(text);
                if (!(result instanceof Right<?, ?> right)) {
                    return (Either<Failure, Object>) result;
                }
                parsed = (ParsedExpression) right.value();
                known.put(text, parsed);
            }
            return eval(parsed, context);
        }
    }
}
