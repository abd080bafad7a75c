package org.acmconversation.engagement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads the current activities of several engagements at once. */
@Component
class EngagementStates {

    private final ConversationProcess process;
    private final List<WaitingFor> systems;
    private final FollowUps followUps;

    EngagementStates(ConversationProcess process, List<WaitingFor> systems, FollowUps followUps) {
        this.process = process;
        this.systems = systems;
        this.followUps = followUps;
    }

    /** Returns the states in the order of the engagements. Call it in the transaction that has read these. */
    List<EngagementState> of(List<Engagement> engagements) {
        List<UUID> ids = engagements.stream().map(Engagement::id).toList();
        Map<WaitingFor.ExternalSystem, Set<UUID>> waiting = new HashMap<>();
        systems.forEach(system -> waiting.put(system.system(), system.waiting(ids)));
        Map<UUID, List<CurrentActivity>> activities = process.currentActivities(
                engagements.stream().filter(Engagement::isRunning).toList());
        Map<UUID, FollowUp> followUp = followUps.of(engagements);
        return engagements.stream()
                .map(engagement -> new EngagementState(
                        engagement,
                        activities.getOrDefault(engagement.id(), List.of()),
                        waiting.entrySet().stream()
                                .filter(system -> system.getValue().contains(engagement.id()))
                                .map(Map.Entry::getKey)
                                .sorted()
                                .toList(),
                        Objects.requireNonNull(followUp.get(engagement.id()))))
                .toList();
    }
}
