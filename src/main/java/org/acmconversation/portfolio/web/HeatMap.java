package org.acmconversation.portfolio.web;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.acmconversation.portfolio.Portfolio.Step;

/**
 * A process whose steps are colored by a figure. Each component is a list of {@code activityId=heat=label}, separated
 * by semicolons, for the page's script; the heat is from 0 for nothing to 4 for the maximum.
 *
 * @param time colors by median duration
 * @param open colors by number of open tasks
 * @param overdue colors by number of overdue tasks
 */
record HeatMap(String processId, String name, String time, String open, String overdue) {

    private static final int HOTTEST = 4;

    /**
     * @param steps the process's steps
     * @param span formats a number of seconds
     * @param number formats a number of tasks
     */
    static HeatMap of(
            String processId,
            String name,
            List<Step> steps,
            Function<Long, String> span,
            Function<Long, String> number) {
        return new HeatMap(
                processId,
                name,
                heat(steps, step -> Objects.requireNonNullElse(step.medianSeconds(), 0L), span),
                heat(steps, Step::open, number),
                heat(steps, Step::overdue, number));
    }

    private static String heat(List<Step> steps, ToLongFunction<Step> figure, Function<Long, String> label) {
        long most = steps.stream().mapToLong(figure).max().orElse(0);
        return steps.stream()
                .filter(step -> figure.applyAsLong(step) > 0)
                .map(step -> "%s=%d=%s"
                        .formatted(
                                step.activityId(),
                                (HOTTEST * figure.applyAsLong(step) + most - 1) / most,
                                label.apply(figure.applyAsLong(step))))
                .collect(Collectors.joining(";"));
    }
}
