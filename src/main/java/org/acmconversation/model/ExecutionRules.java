package org.acmconversation.model;

import java.util.List;
import java.util.regex.Pattern;

/** Execution settings of a model: time to live, asynchronous continuations and retry cycles. */
class ExecutionRules implements ModelRule {

    private static final Pattern TIME_TO_LIVE = Pattern.compile("P?\\d{1,5}D?");

    /** A plain number: the engine evaluates a priority only when a task or job is created. */
    private static final Pattern PRIORITY = Pattern.compile("\\d{1,3}");

    private static final String RETRY_EXAMPLE = "PT10S,PT1M,PT5M,PT30M,PT2H";

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        models.inProcesses("process").forEach(process -> {
            checkTimeToLive(process, report);
            if (!process.attribute("isExecutable").equals("true")) {
                report.add(process, "execution.notExecutable");
            }
        });
        models.inDecisions("decision").forEach(decision -> checkTimeToLive(decision, report));
        models.inProcesses().forEach(element -> {
            boolean isAsync = isTrue(element, "asyncBefore") || isTrue(element, "asyncAfter");
            var bean = DelegateRules.BEAN.matcher(element.camunda("delegateExpression"));
            if (bean.matches() && known.remoteDelegates().contains(bean.group(1)) && !isTrue(element, "asyncBefore")) {
                report.add(element, "execution.asyncBefore", bean.group(1));
            }
            if (isAsync) {
                checkRetries(element, report);
            }
            for (String priority : List.of("priority", "jobPriority", "taskPriority")) {
                String value = element.camunda(priority);
                if (!value.isEmpty() && !PRIORITY.matcher(value).matches()) {
                    report.add(element, "execution.priority", priority, value);
                }
            }
        });
    }

    private static void checkTimeToLive(ModelElement element, Report report) {
        if (!TIME_TO_LIVE.matcher(element.camunda("historyTimeToLive")).matches()) {
            report.add(element, "execution.timeToLive");
        }
    }

    private static boolean isTrue(ModelElement element, String attribute) {
        return element.camunda(attribute).equals("true");
    }

    private static void checkRetries(ModelElement element, Report report) {
        String cycle = element.extensions("failedJobRetryTimeCycle").stream()
                .map(ModelElement::text)
                .findFirst()
                .orElse("");
        if (cycle.isEmpty()) {
            report.add(element, "execution.retries", RETRY_EXAMPLE);
            return;
        }
        for (String wait : cycle.split(",", 0)) {
            if (IsoDuration.of(wait.strip().replaceFirst("^R\\d+/", "")).isEmpty()) {
                report.add(element, "execution.retryCycle", wait.strip(), RETRY_EXAMPLE);
            }
        }
    }
}
