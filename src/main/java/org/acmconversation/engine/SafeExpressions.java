package org.acmconversation.engine;

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
 * Evaluates JUEL expressions without letting them reach more than they need: variables, the execution and the task, the
 * {@link ModelBeans}, four functions, and of all values only what {@link ReadableValues} lists. Every expression that
 * the engine evaluates passes here, those of queries included.
 */
class SafeExpressions extends JuelExpressionManager {

    static final Set<String> FUNCTIONS = Set.of("currentUser", "currentUserGroups", "now", "dateTime");

    private static final StackWalker CALLERS = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

    private final ModelBeans beans;

    SafeExpressions(ModelBeans beans) {
        this.beans = beans;
    }

    /** Queries do not say that they are queries; who asks for their expressions does. */
    @Override
    public Expression createExpression(String expression) {
        if (CALLERS.getCallerClass() == AbstractQuery.class) {
            QueryExpressions.check(expression);
        }
        return super.createExpression(expression);
    }

    /** Spin would add functions of its own, one of them a parser of XML. */
    @Override
    public void addFunction(String name, Method function) {
        if (FUNCTIONS.contains(name)) {
            super.addFunction(name, function);
        }
    }

    /** Beans come first: a variable must not take the place of a delegate. */
    @Override
    protected ELResolver createElResolver() {
        var resolver = new CompositeELResolver();
        resolver.add(new ModelBeanResolver(beans));
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new ArrayELResolver(true));
        resolver.add(new ListELResolver(true));
        resolver.add(new MapELResolver(true));
        resolver.add(new ReadableValues(beans));
        return resolver;
    }
}
