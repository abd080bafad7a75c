package org.acmconversation.engine.instance;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Checks every start of a process, because Tasklist, Cockpit and the REST API let an administrator start any process.
 */
@Component
public class StartGuard extends AbstractBpmnParseListener {

    private final ObjectProvider<StartCheck> checks;

    /** Lazy, because the checks need the engine and are created after it. */
    StartGuard(ObjectProvider<StartCheck> checks) {
        this.checks = checks;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity model) {
        model.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                start -> check(model.getKey(), start.getProcessBusinessKey()));
    }

    private void check(String processKey, String businessKey) {
        List<String> objections = checks.stream()
                .map(check -> check.objection(processKey, businessKey))
                .flatMap(Optional::stream)
                .toList();
        if (!objections.isEmpty()) {
            throw new BadUserRequestException(String.join("; ", objections));
        }
    }
}
