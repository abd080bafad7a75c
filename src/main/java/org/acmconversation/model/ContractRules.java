package org.acmconversation.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acmconversation.model.ConversationModel.Decision;
import org.acmconversation.model.ConversationModel.Message;
import org.acmconversation.model.ConversationModel.Variable;

/**
 * The models define what the application depends on: processes, decisions and messages by name, and an outcome at every
 * end event.
 */
class ContractRules implements ModelRule {

    private static final String OUTCOME_LISTENER = "${recordOutcome}";

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        List<ModelElement> main = models.inProcesses("process")
                .filter(process -> process.id().equals(ConversationModel.PROCESS))
                .toList();
        if (main.isEmpty()) {
            report.add(ConversationModel.PROCESS + ".bpmn", "", "", "contract.process", ConversationModel.PROCESS);
        }
        for (String decision : List.of(Decision.FTOP_CONVERSATION_TASK, Decision.FTOP_VALUE_DISCUSSIONS)) {
            if (models.inDecisions("decision").noneMatch(found -> found.id().equals(decision))) {
                report.add("decisions/ftop-catalog.dmn", "", "", "contract.decision", decision);
            }
        }
        checkStarts(models, report);
        checkCatalogIds(models, report);
        for (ModelElement process : main) {
            checkMessages(process, report);
            checkWithdrawal(process, report);
            checkEnds(process, models, known, report);
        }
    }

    /**
     * Only the application starts the main process, and only processes call the others: nothing else has an engagement.
     */
    private static void checkStarts(ModelFiles models, Report report) {
        models.inProcesses("process").forEach(process -> {
            List<ModelElement> starts = process.children("startEvent").toList();
            if (starts.size() != 1 || starts.get(0).children().stream().anyMatch(ContractRules::isDefinition)) {
                report.add(starts.isEmpty() ? process : starts.get(starts.size() - 1), "contract.start");
            }
        });
        models.bpmn().stream()
                .filter(file -> file.children("process").findAny().isEmpty())
                .forEach(file -> report.add(file, "contract.nothing"));
        models.dmn().stream()
                .filter(file -> file.children("decision").findAny().isEmpty())
                .forEach(file -> report.add(file, "contract.nothing"));
    }

    private static boolean isDefinition(ModelElement child) {
        return child.tag().endsWith("EventDefinition");
    }

    /** FTOP tasks that a model refers to are in the catalog. */
    private static void checkCatalogIds(ModelFiles models, Report report) {
        List<String> catalogIds = models.inDecisions("decision")
                .filter(decision -> decision.id().equals(Decision.FTOP_CONVERSATION_TASK)
                        || decision.id().equals(Decision.FTOP_VALUE_DISCUSSIONS))
                .flatMap(ModelElement::descendants)
                .filter(element -> element.is("rule"))
                .flatMap(rule -> rule.children("outputEntry").limit(1))
                .flatMap(cell -> FeelText.texts(cell.text()).stream())
                .toList();
        models.inProcesses()
                .filter(element -> element.isCamunda("inputParameter")
                        && element.attribute("name").equals(Variable.CATALOG_ID)
                        && !JuelText.isExpression(element.text())
                        && !catalogIds.contains(element.text()))
                .forEach(element -> report.add(element, "contract.catalogId", element.text(), catalogIds));
    }

    /** A withdrawn conversation does not continue. */
    private static void checkWithdrawal(ModelElement process, Report report) {
        Set<String> messages = process.siblings("message")
                .filter(message -> message.attribute("name").equals(Message.ENGAGEMENT_WITHDRAWN))
                .map(ModelElement::id)
                .collect(Collectors.toSet());
        process.children("subProcess")
                .flatMap(subProcess -> subProcess.children("startEvent"))
                .filter(start -> start.children("messageEventDefinition")
                        .anyMatch(definition -> messages.contains(definition.attribute("messageRef"))))
                .filter(start -> start.attribute("isInterrupting").equals("false"))
                .forEach(start -> report.add(start, "contract.withdrawal"));
    }

    /**
     * One event subprocess receives each message at any time. A receiver elsewhere would refuse the message unless the
     * process waits there. With two receivers, neither gets it.
     */
    private static void checkMessages(ModelElement process, Report report) {
        List<ModelElement> catching = process.descendants()
                .filter(element -> element.is("startEvent", "boundaryEvent", "intermediateCatchEvent", "receiveTask"))
                .toList();
        Set<String> atAnyTime = process.children("subProcess")
                .filter(subProcess -> subProcess.attribute("triggeredByEvent").equals("true"))
                .flatMap(subProcess -> subProcess.children("startEvent"))
                .map(ModelElement::id)
                .collect(Collectors.toSet());
        for (String message : Message.ALL) {
            Set<String> definitions = process.siblings("message")
                    .filter(definition -> definition.attribute("name").equals(message))
                    .map(ModelElement::id)
                    .collect(Collectors.toSet());
            List<ModelElement> receivers = catching.stream()
                    .filter(element -> Stream.concat(Stream.of(element), element.children("messageEventDefinition"))
                            .anyMatch(part -> definitions.contains(part.attribute("messageRef"))))
                    .toList();
            Optional<ModelElement> receiver = receivers.stream()
                    .filter(element -> atAnyTime.contains(element.id()))
                    .findFirst();
            if (receiver.isPresent()) {
                receivers.stream()
                        .filter(element -> !element.id().equals(receiver.get().id()))
                        .forEach(element -> report.add(element, "contract.message.elsewhere", message));
            } else if (Message.REQUIRED.contains(message)) {
                report.add(process, "contract.message", message);
            }
        }
    }

    /** Only the conversation's end events, and all of them, set an outcome. */
    private static void checkEnds(ModelElement process, ModelFiles models, KnownNames known, Report report) {
        List<ModelElement> ends = endsOfConversation(process, models);
        ends.forEach(end -> checkOutcome(end, known, report));
        models.inProcesses("endEvent")
                .filter(end -> !ends.contains(end) && recordsOutcome(end))
                .forEach(end -> report.add(end, "contract.noEnd"));
    }

    /** End events of the process itself and of its interrupting event subprocesses, but not of their side paths. */
    private static List<ModelElement> endsOfConversation(ModelElement process, ModelFiles models) {
        Stream<ModelElement> interrupting = process.children("subProcess")
                .filter(subProcess -> subProcess
                        .children("startEvent")
                        .anyMatch(start ->
                                subProcess.attribute("triggeredByEvent").equals("true")
                                        && !start.attribute("isInterrupting").equals("false")));
        return Stream.concat(Stream.of(process), interrupting)
                .flatMap(scope -> {
                    Flow flow = models.flowIn(scope);
                    Set<String> sidePaths = sidePaths(flow);
                    return flow.nodes().stream().filter(node -> node.is("endEvent") && !sidePaths.contains(node.id()));
                })
                .toList();
    }

    /** Elements reached only from boundary events that do not interrupt. */
    private static Set<String> sidePaths(Flow flow) {
        Set<String> besides = ids(flow, node -> node.attribute("cancelActivity").equals("false"));
        Set<String> sidePaths = new HashSet<>(flow.graph().from(besides));
        sidePaths.removeAll(
                flow.graph().only(node -> !besides.contains(node)).from(ids(flow, node -> node.is("startEvent"))));
        return sidePaths;
    }

    private static Set<String> ids(Flow flow, Predicate<ModelElement> selected) {
        return flow.nodes().stream().filter(selected).map(ModelElement::id).collect(Collectors.toSet());
    }

    /** Whether an end event ends the engagement. */
    static boolean recordsOutcome(ModelElement end) {
        return end.extensions("executionListener").stream()
                .anyMatch(listener -> listener.attribute("event").equals("end")
                        && listener.attribute("delegateExpression").equals(OUTCOME_LISTENER));
    }

    private static void checkOutcome(ModelElement end, KnownNames known, Report report) {
        boolean isKnown = end.extensions("properties").stream()
                .flatMap(properties -> properties.children().stream())
                .filter(property -> property.attribute("name").equals(ConversationModel.OUTCOME_PROPERTY))
                .anyMatch(property -> known.outcomes().contains(property.attribute("value")));
        if (!recordsOutcome(end)) {
            report.add(end, "contract.listener", OUTCOME_LISTENER);
        }
        if (!isKnown) {
            report.add(end, "contract.outcome", ConversationModel.OUTCOME_PROPERTY, known.outcomes());
        }
    }
}
