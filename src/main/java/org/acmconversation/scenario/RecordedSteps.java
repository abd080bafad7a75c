package org.acmconversation.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.acmconversation.engagement.Engagement;
import org.acmconversation.engagement.EntryCriteria;
import org.acmconversation.engine.task.TaskOrigins.Origin;
import org.acmconversation.formanswer.Answer;
import org.acmconversation.model.ConversationModel;
import org.acmconversation.model.ConversationModel.Variable;
import org.acmconversation.timeline.TimelineEntry;

/** The steps of a scenario, collected from the timeline of an engagement in its order. */
class RecordedSteps {

    private static final String PROFILE = "profile";
    private static final String PREVIOUS = "previous";
    private static final List<String> OF_PROFILE =
            List.of(ScenarioFile.SEGMENT, ScenarioFile.LICENSES, ScenarioFile.SERVICES);

    private final Engagement engagement;
    private final FormOptions options;
    private final Map<String, Origin> origins;

    /** Refusals not yet added to a step, earliest first. */
    private final Queue<Origin> refusals;

    private final List<Map<String, Object>> steps = new ArrayList<>();
    private final Map<String, Object> start = new LinkedHashMap<>();

    /** What the scenario's clock says, while it runs. */
    private Instant now;

    private boolean wasIncomplete;

    RecordedSteps(Engagement engagement, FormOptions options, Map<String, Origin> origins) {
        this.engagement = engagement;
        this.options = options;
        this.origins = origins;
        this.now = engagement.startedAt();
        this.refusals = new ArrayDeque<>(origins.values().stream()
                .filter(RecordedSteps::settlesRefusal)
                .sorted(Comparator.comparing(Origin::createdAt))
                .toList());
    }

    /**
     * Whether a task belongs to a process that was called with a refusal. The caller, whose request was refused, also
     * has the id of the refused task.
     */
    private static boolean settlesRefusal(Origin origin) {
        return origin.variable(Variable.FTOP_REJECTION) != null
                && origin.variable(Variable.CATALOG_ID) != null
                && origin.variable(Variable.REFUSED_CATALOG_ID) == null;
    }

    List<Map<String, Object>> all() {
        return steps;
    }

    /** What the engagement started with: the profile before its first change. */
    Map<String, Object> start() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(
                ScenarioFile.SEGMENT,
                start.getOrDefault(ScenarioFile.SEGMENT, engagement.segment().name()));
        all.put(ScenarioFile.LICENSES, start.getOrDefault(ScenarioFile.LICENSES, engagement.licenses()));
        all.put(ScenarioFile.SERVICES, start.getOrDefault(ScenarioFile.SERVICES, engagement.services()));
        Map<String, Object> entry = new LinkedHashMap<>();
        if (wasIncomplete) {
            EntryCriteria.NAMES.subList(0, 3).forEach(criterion -> entry.put(criterion, "no"));
        }
        if (engagement.entryCriteria().inEnterpriseAdoptionProgram()) {
            entry.put(EntryCriteria.NAMES.get(3), "sí");
        }
        all.put(ScenarioFile.ENTRY, entry.isEmpty() ? "cumplidas" : entry);
        return all;
    }

    /** Adds the completion of a task. */
    void complete(TimelineEntry entry, List<Answer> answers) {
        String activity = String.valueOf(entry.activityId());
        wasIncomplete |= activity.equals(ConversationModel.COMPLETE_ENTRY_CRITERIA);
        Map<String, Object> step = new LinkedHashMap<>();
        step.put(StepParser.COMPLETE, activity);
        Origin origin = origins.get(String.valueOf(entry.taskId()));
        String catalogId = origin == null ? null : origin.variable(Variable.CATALOG_ID);
        if (catalogId != null) {
            step.put(StepParser.TASK, catalogId);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        answers.forEach(answer -> options.kept(activity, answer.field(), answer.value(), entry.at())
                .ifPresent(value -> values.put(answer.field(), value)));
        if (!values.isEmpty()) {
            step.put(StepParser.WITH, values);
        }
        add(step, entry.at());
    }

    /** Adds what else happened, if scenarios can say it. */
    void add(TimelineEntry entry) {
        switch (entry.event()) {
            case PROFILE_CHANGED -> changeProfile(entry);
            case CONVERSATION_RESCHEDULED ->
                FormOptions.fromNow(String.valueOf(entry.detail().get("at")), entry.at())
                        .ifPresent(moment -> add(Map.of(StepParser.RESCHEDULE, moment), entry.at()));
            case ENGAGEMENT_WITHDRAWN ->
                add(Map.of(StepParser.WITHDRAW, ScenarioMessages.worded("kept.text")), entry.at());
            default -> {
                // Follows from the steps.
            }
        }
    }

    private void changeProfile(TimelineEntry entry) {
        Map<String, Object> change = new LinkedHashMap<>();
        if (entry.detail().get(PROFILE) instanceof Map<?, ?> profile
                && entry.detail().get(PREVIOUS) instanceof Map<?, ?> previous) {
            for (String property : OF_PROFILE) {
                Object old = previous.get(property);
                Object changed = profile.get(property);
                if (old != null && changed != null) {
                    start.putIfAbsent(property, old);
                    if (!changed.equals(old)) {
                        change.put(property, changed);
                    }
                }
            }
        }
        if (!change.isEmpty()) {
            add(Map.of(StepParser.CHANGE, change), entry.at());
        }
    }

    /** FTOP refuses what a step before has asked for, so that has to come before time passes. */
    private void add(Map<String, Object> step, Instant at) {
        for (Origin refusal = refusals.peek();
                refusal != null && refusal.createdAt().isBefore(at);
                refusal = refusals.peek()) {
            steps.add(Map.of(
                    StepParser.FTOP,
                    Map.of(StepParser.REFUSES, String.valueOf(refusal.variable(Variable.CATALOG_ID)))));
            refusals.remove();
        }
        long days = Duration.between(now, at).toDays();
        if (days > 0) {
            steps.add(Map.of(StepParser.PASS, FormOptions.days(days)));
            now = now.plus(Duration.ofDays(days));
        }
        steps.add(step);
    }
}
