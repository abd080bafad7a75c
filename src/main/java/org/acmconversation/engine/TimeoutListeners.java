package org.acmconversation.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Prevents a migration from removing the reminders from the target model. The engine copies the declarations of an
 * activity's timeout listeners and removes those that a task already has from the copy. But the copy is shallow, so
 * they are also removed from the cached model: later tasks would get no reminders, and tasks that are migrated later
 * would lose theirs.
 */
@Component
class TimeoutListeners extends AbstractBpmnParseListener {

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        Map<String, Map<String, TimerDeclarationImpl>> declared =
                activity.getProperties().get(BpmnProperties.TIMEOUT_LISTENER_DECLARATIONS);
        if (!declared.isEmpty()) {
            activity.getProperties().set(BpmnProperties.TIMEOUT_LISTENER_DECLARATIONS, new Declarations(declared));
        }
    }

    /** A map whose copies contain copies of its maps. */
    private static class Declarations extends HashMap<String, Map<String, TimerDeclarationImpl>> {

        Declarations(Map<String, Map<String, TimerDeclarationImpl>> declared) {
            super(declared);
        }

        @Override
        public Set<Map.Entry<String, Map<String, TimerDeclarationImpl>>> entrySet() {
            return super.entrySet().stream()
                    .map(entry -> Map.entry(
                            entry.getKey(), (Map<String, TimerDeclarationImpl>) new HashMap<>(entry.getValue())))
                    .collect(Collectors.toSet());
        }
    }
}
