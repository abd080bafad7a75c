package org.acmconversation.engine.model;

import java.lang.StackWalker.Option;
import java.lang.reflect.Method;
import java.util.Set;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;

/**
 * Evaluates JUEL expressions with restricted access: variables, the execution and the task, {@link ModelBeans}, four
 * functions, and the members listed in {@link ReadableValues}. The engine evaluates every expression here, including
 * those of queries.
 */
class SafeExpressions extends JuelExpressionManager {

    static final Set<String> FUNCTIONS = Set.of("currentUser", "currentUserGroups", "now", "dateTime");

    private static final StackWalker CALLERS = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

    private final ModelBeans modelBeans;

    SafeExpressions(ModelBeans modelBeans) {
        this.modelBeans = modelBeans;
    }

    /** Queries cannot be distinguished here; the caller that creates their expressions can. */
    @Override
    public Expression createExpression(String expression) {
        if (CALLERS.getCallerClass() == AbstractQuery.class) {
            QueryExpressions.check(expression);
        }
        return super.createExpression(expression);
    }

    /** Ignores Spin's functions, one of which is an XML parser. */
    @Override
    public void addFunction(String name, Method function) {
        if (FUNCTIONS.contains(name)) {
            super.addFunction(name, function);
        }
    }

    /** Beans take precedence, so that a variable cannot replace a delegate. */
    @Override
    protected ELResolver createElResolver() {
        var resolver = new CompositeELResolver();
        resolver.add(new ModelBeanResolver(modelBeans));
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new ArrayELResolver(true));
        resolver.add(new ListELResolver(true));
        resolver.add(new MapELResolver(true));
        resolver.add(new ReadableValues(modelBeans));
        return resolver;
    }
}
