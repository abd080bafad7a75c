package org.acmconversation.engine.task;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Assigns new tasks to people by the {@link AssignmentDecision}, unless their model sets an assignee. */
@Component
public class AssignedTasks extends AbstractBpmnParseListener {

    private final ObjectProvider<AssignmentDecision> decision;
    private final ObjectProvider<Assignees> assignees;

    /**
     * Lazy, because they are created after the engine, with which they share the database.
     *
     * @param assignees absent in contexts without people
     */
    AssignedTasks(ObjectProvider<AssignmentDecision> decision, ObjectProvider<Assignees> assignees) {
        this.decision = decision;
        this.assignees = assignees;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl userTask) {
        ((UserTaskActivityBehavior) userTask.getActivityBehavior())
                .getTaskDefinition()
                .addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::created);
    }

    private void created(DelegateTask task) {
        String businessKey = RunningTask.execution(task).getProcessBusinessKey();
        Set<String> groups = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (businessKey == null || task.getAssignee() != null || groups.isEmpty()) {
            return;
        }
        Assignment assignment = decision.getObject().of(businessKey, task.getTaskDefinitionKey());
        if (assignment != Assignment.QUEUE) {
            assignees.stream()
                    .flatMap(people -> people.find(assignment, businessKey, groups).stream())
                    .forEach(task::setAssignee);
        }
    }
}
