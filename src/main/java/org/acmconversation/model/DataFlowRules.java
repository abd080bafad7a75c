package org.acmconversation.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acmconversation.model.ConversationModel.Variable;

/**
 * Each variable that a process reads has been set before: at the start, by a form, a decision, a delegate or the
 * caller.
 */
class DataFlowRules implements ModelRule {

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        Map<String, List<ModelElement>> callsByProcess = models.inProcesses("callActivity")
                .collect(Collectors.groupingBy(call -> call.attribute("calledElement")));
        models.inProcesses("process").forEach(process -> {
            var flow = new DataFlow(process, models, known);
            List<ModelElement> calls = callsByProcess.getOrDefault(process.id(), List.of());
            List<String> fromStart =
                    process.id().equals(ConversationModel.PROCESS) ? Variable.OF_AN_ENGAGEMENT : List.of();
            Set<String> passed =
                    calls.stream().flatMap(call -> targets(call, "in")).collect(Collectors.toSet());
            flow.reads()
                    .forEach((element, names) -> names.stream()
                            .filter(name -> !fromStart.contains(name) && !flow.isSetBefore(name, element))
                            .forEach(name -> {
                                if (!passed.contains(name)) {
                                    report.add(element, "variable.unset", name);
                                }
                                calls.stream()
                                        .filter(call -> passed.contains(name)
                                                && targets(call, "in").noneMatch(name::equals))
                                        .forEach(call -> report.add(call, "variable.notPassed", name, process.id()));
                            }));
        });
    }

    private static Stream<String> targets(ModelElement call, String tag) {
        return call.extensions(tag).stream().map(mapping -> mapping.attribute("target"));
    }
}
