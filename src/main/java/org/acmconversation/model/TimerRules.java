package org.acmconversation.model;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Due dates, reminders and escalations are consistent. A user task's due date and its timers are independent in the
 * engine, so one is easily changed without the other.
 */
class TimerRules implements ModelRule {

    private static final String OVERDUE = "Overdue";

    /** How many days a helper's date is before the chosen one: its last parameter. */
    private static final Pattern DAYS_BEFORE = Pattern.compile(",[1-9]\\d{0,2}\\)$");

    private static final Pattern CYCLE = Pattern.compile("R\\d{0,4}/P.*");

    /**
     * A timer.
     *
     * @param kind {@code timeDuration}, {@code timeDate} or {@code timeCycle}
     */
    private record Timer(String kind, String value) {

        /** Returns the timer that fires at the due date. */
        static Timer at(String dueDate) {
            return new Timer(JuelText.isExpression(dueDate) ? "timeDate" : "timeDuration", dueDate);
        }

        static Optional<Timer> of(ModelElement owner) {
            return owner.child("timerEventDefinition").stream()
                    .flatMap(definition -> definition.children("timeDuration", "timeDate", "timeCycle"))
                    .map(time -> new Timer(time.tag(), time.text()))
                    .findFirst();
        }

        boolean isSameAs(Timer other) {
            return kind.equals(other.kind)
                    && (value.equals(other.value)
                            || IsoDuration.of(value)
                                    .flatMap(own -> IsoDuration.of(other.value).map(own::isAsLongAs))
                                    .orElse(false));
        }

        /** If a user chose the due date, only a helper's computed date is known to be earlier. */
        boolean isBefore(Timer due, Set<String> helpers) {
            if (due.kind.equals("timeDate")) {
                String chosen = due.value.replaceAll("[$#{}\\s]", "");
                String plain = value.replaceAll("[$#{}\\s]", "");
                return kind.equals(due.kind)
                        && helpers.stream().anyMatch(helper -> plain.startsWith(helper + "."))
                        && DAYS_BEFORE.matcher(plain).replaceFirst(")").endsWith("(" + chosen + ")");
            }
            return kind.equals(due.kind)
                    && (IsoDuration.of(value)
                                    .flatMap(own -> IsoDuration.of(due.value).map(own::isShorterThan))
                                    .orElse(false)
                            || WorkingDayNotation.of(value)
                                    .flatMap(own ->
                                            WorkingDayNotation.of(due.value).map(own::isShorterThan))
                                    .orElse(false));
        }
    }

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        models.inProcesses("timeDuration")
                .filter(time -> !JuelText.isExpression(time.text()) && !isDelay(time.text()))
                .forEach(time -> report.add(time, "timer.duration", time.text()));
        models.inProcesses("timeDate")
                .filter(time -> !JuelText.isExpression(time.text()) && !isDate(time.text()))
                .forEach(time -> report.add(time, "timer.date", time.text()));
        models.inProcesses("timeCycle")
                .filter(time -> !CYCLE.matcher(time.text()).matches()
                        || IsoDuration.of(time.text().replaceFirst("^R\\d*/", ""))
                                .isEmpty())
                .forEach(time -> report.add(time, "timer.cycle", time.text()));
        models.inProcesses()
                .filter(element -> element.is("timerEventDefinition")
                        && element.children("timeDuration", "timeDate", "timeCycle")
                                        .count()
                                != 1)
                .forEach(timer -> report.add(timer, "timer.none"));
        models.inProcesses("userTask")
                .filter(task -> !task.camunda("followUpDate").isEmpty()
                        && !JuelText.isExpression(task.camunda("followUpDate"))
                        && !isDelay(task.camunda("followUpDate")))
                .forEach(task -> report.add(task, "timer.duration", task.camunda("followUpDate")));
        models.inProcesses("userTask")
                .forEach(task ->
                        check(task, models.flowAround(task), known.helpers().keySet(), report));
    }

    /** Whether it is a time that counts from the creation of the task or timer. */
    private static boolean isDelay(String text) {
        return IsoDuration.of(text).isPresent() || WorkingDayNotation.of(text).isPresent();
    }

    private static boolean isDate(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static void check(ModelElement task, Flow flow, Set<String> helpers, Report report) {
        String dueDate = task.camunda("dueDate");
        if (dueDate.isEmpty()) {
            report.add(task, "timer.dueDate.missing");
        } else if (!JuelText.isExpression(dueDate) && !isDelay(dueDate)) {
            report.add(task, "timer.dueDate", dueDate);
        } else {
            checkOverdue(task, flow, Timer.at(dueDate), report);
            checkReminder(task, Timer.at(dueDate), helpers, report);
        }
    }

    private static void checkOverdue(ModelElement task, Flow flow, Timer due, Report report) {
        String id = task.id() + OVERDUE;
        Optional<ModelElement> event = flow.atBorder(task).stream()
                .filter(boundary -> boundary.id().equals(id))
                .findFirst();
        Optional<Timer> timer = event.flatMap(Timer::of);
        if (timer.isEmpty()) {
            report.add(task, "timer.overdue.missing", id, due.value());
            return;
        }
        if (!timer.get().isSameAs(due)) {
            report.add(event.get(), "timer.overdue", timer.get().value(), due.value(), task.id());
        }
        if (!event.get().attribute("cancelActivity").equals("false")) {
            report.add(event.get(), "timer.overdue.interrupting");
        }
        if (flow.outgoing(event.get()).stream().noneMatch(each -> leadsToEscalation(each, flow))) {
            report.add(event.get(), "timer.overdue.escalation");
        }
    }

    private static boolean leadsToEscalation(ModelElement sequenceFlow, Flow flow) {
        return flow.node(sequenceFlow.attribute("targetRef"))
                .filter(end -> end.is("endEvent"))
                .flatMap(end -> end.child("escalationEventDefinition"))
                .isPresent();
    }

    private static void checkReminder(ModelElement task, Timer due, Set<String> helpers, Report report) {
        List<Optional<Timer>> reminders = task.extensions("taskListener").stream()
                .filter(listener -> listener.attribute("event").equals("timeout"))
                .map(Timer::of)
                .toList();
        if (reminders.isEmpty()) {
            report.add(task, "timer.reminder.missing", due.value());
        }
        for (Optional<Timer> reminder : reminders) {
            if (reminder.isEmpty() || !reminder.get().isBefore(due, helpers)) {
                report.add(task, "timer.reminder", reminder.map(Timer::value).orElse(""), due.value(), helpers);
            }
        }
    }
}
