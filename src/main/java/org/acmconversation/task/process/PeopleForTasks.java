package org.acmconversation.task.process;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.acmconversation.absence.Absences;
import org.acmconversation.engagement.BusinessKey;
import org.acmconversation.engine.identity.Colleague;
import org.acmconversation.engine.identity.Colleagues;
import org.acmconversation.engine.task.Assignees;
import org.acmconversation.engine.task.Assignment;
import org.acmconversation.engine.task.Workloads;
import org.acmconversation.engine.task.Workloads.Load;
import org.acmconversation.model.ConversationModel;
import org.acmconversation.timeline.Timeline;
import org.springframework.stereotype.Component;

/** Finds people for new tasks among the members of the tasks' groups who are not absent. */
@Component
class PeopleForTasks implements Assignees {

    private final Colleagues colleagues;
    private final Absences absences;
    private final Workloads workloads;
    private final Timeline timeline;
    private final Clock clock;

    PeopleForTasks(Colleagues colleagues, Absences absences, Workloads workloads, Timeline timeline, Clock clock) {
        this.colleagues = colleagues;
        this.absences = absences;
        this.workloads = workloads;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public Optional<String> find(Assignment assignment, String businessKey, Collection<String> groups) {
        Set<String> absent = absences.current().keySet();
        List<String> present = colleagues.of(groups).stream()
                .map(Colleague::id)
                .filter(person -> !absent.contains(person))
                .toList();
        return switch (assignment) {
            case QUEUE -> Optional.empty();
            case LAST_PERSON ->
                BusinessKey.engagementId(businessKey)
                        .flatMap(this::whoHeldTheConversation)
                        .filter(present::contains);
            case LEAST_LOADED -> leastLoaded(present);
        };
    }

    private Optional<String> whoHeldTheConversation(UUID engagement) {
        return timeline.lastToComplete(engagement, ConversationModel.CONDUCT_CONVERSATION);
    }

    private Optional<String> leastLoaded(List<String> people) {
        Map<String, Load> loads = workloads.of(people, clock.instant());
        return people.stream()
                .min(Comparator.comparingLong((String person) ->
                                loads.getOrDefault(person, Load.NONE).open())
                        .thenComparing(Comparator.naturalOrder()));
    }
}
