package org.acmconversation.engagement.process;

import java.util.Optional;
import java.util.UUID;
import org.acmconversation.engagement.BusinessKey;
import org.acmconversation.engagement.Engagement;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engine.model.ActiveModels;
import org.acmconversation.engine.task.Assignment;
import org.acmconversation.engine.task.AssignmentDecision;
import org.acmconversation.model.ConversationModel.Decision;
import org.acmconversation.model.ConversationModel.Variable;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Evaluates the decision {@code assignment} of the active release for the tasks of engagements. */
@Component
class EngagementAssignment implements AssignmentDecision {

    private final Engagements engagements;
    private final DecisionService decisionService;
    private final ActiveModels models;

    EngagementAssignment(Engagements engagements, DecisionService decisionService, ActiveModels models) {
        this.engagements = engagements;
        this.decisionService = decisionService;
        this.models = models;
    }

    @Override
    public Assignment of(String businessKey, String activityId) {
        Optional<UUID> id = BusinessKey.engagementId(businessKey);
        Optional<String> table = models.findDecision(Decision.ASSIGNMENT);
        return id.flatMap(engagements::find)
                .flatMap(engagement -> table.map(found -> decide(found, engagement, activityId)))
                .orElse(Assignment.QUEUE);
    }

    private Assignment decide(String table, Engagement engagement, String activityId) {
        DmnDecisionTableResult result = decisionService
                .evaluateDecisionTableById(table)
                .variables(EngagementVariables.of(engagement).putValue(Variable.ACTIVITY_ID, activityId))
                .evaluate();
        return result.isEmpty()
                ? Assignment.QUEUE
                : Assignment.valueOf(result.getSingleResult().getSingleEntry());
    }
}
