package org.acmconversation.model;

import java.util.List;
import java.util.stream.Stream;
import org.acmconversation.model.ConversationModel.Decision;
import org.acmconversation.model.ConversationModel.Message;

/** What the application counts on: processes, decisions and messages by name, and an outcome at every end. */
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
        for (ModelElement process : main) {
            checkMessages(process, report);
            endsOfConversation(process).forEach(end -> checkOutcome(end, known, report));
        }
    }

    private static void checkMessages(ModelElement process, Report report) {
        List<String> received = process.siblings("message")
                .filter(message -> process.descendants()
                        .anyMatch(definition -> definition.is("messageEventDefinition")
                                && definition.attribute("messageRef").equals(message.id())))
                .map(message -> message.attribute("name"))
                .toList();
        Message.ALL.stream()
                .filter(message -> !received.contains(message))
                .forEach(message -> report.add(process, "contract.message", message));
    }

    /** Plain ends of the process, and those of event sub-processes that interrupt it. */
    private static Stream<ModelElement> endsOfConversation(ModelElement process) {
        Stream<ModelElement> interrupting = process.children("subProcess")
                .filter(subProcess -> subProcess
                        .children("startEvent")
                        .anyMatch(start ->
                                subProcess.attribute("triggeredByEvent").equals("true")
                                        && !start.attribute("isInterrupting").equals("false")));
        return Stream.concat(Stream.of(process), interrupting)
                .flatMap(scope -> scope.children("endEvent"))
                .filter(end ->
                        end.children().stream().noneMatch(child -> child.tag().endsWith("EventDefinition")));
    }

    private static void checkOutcome(ModelElement end, KnownNames known, Report report) {
        boolean isRecorded = end.extensions("executionListener").stream()
                .anyMatch(listener -> listener.attribute("event").equals("end")
                        && listener.attribute("delegateExpression").equals(OUTCOME_LISTENER));
        boolean isKnown = end.extensions("properties").stream()
                .flatMap(properties -> properties.children().stream())
                .filter(property -> property.attribute("name").equals(ConversationModel.OUTCOME_PROPERTY))
                .anyMatch(property -> known.outcomes().contains(property.attribute("value")));
        if (!isRecorded) {
            report.add(end, "contract.listener", OUTCOME_LISTENER);
        }
        if (!isKnown) {
            report.add(end, "contract.outcome", ConversationModel.OUTCOME_PROPERTY, known.outcomes());
        }
    }
}
