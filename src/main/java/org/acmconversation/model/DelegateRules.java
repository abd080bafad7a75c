package org.acmconversation.model;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Delegates and listeners are referred to by bean name, and the bean's type fits the place. */
class DelegateRules implements ModelRule {

    /** A delegate expression that is just a bean name. */
    static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        models.inProcesses().forEach(element -> {
            if (element.isCamunda("executionListener", "taskListener")) {
                checkListener(element, known, report);
            } else if (!element.camunda("delegateExpression").isEmpty()) {
                checkBean(element, element.camunda("delegateExpression"), known.delegates(), known, report);
            } else if (element.is("serviceTask", "sendTask")) {
                report.add(element, "delegate.missing", known.delegates());
            }
        });
    }

    private static void checkListener(ModelElement listener, KnownNames known, Report report) {
        boolean ofTask = listener.isCamunda("taskListener");
        checkBean(
                listener,
                listener.attribute("delegateExpression"),
                ofTask ? known.taskListeners() : known.executionListeners(),
                known,
                report);
    }

    /** The safety rules check that the bean exists. */
    private static void checkBean(
            ModelElement element, String expression, Set<String> fitting, KnownNames known, Report report) {
        Matcher bean = BEAN.matcher(expression);
        if (expression.isEmpty()) {
            report.add(element, "delegate.listener.missing", fitting);
        } else if (bean.matches() && known.runnable().contains(bean.group(1)) && !fitting.contains(bean.group(1))) {
            report.add(element, "delegate.unfit", bean.group(1), fitting);
        }
    }
}
