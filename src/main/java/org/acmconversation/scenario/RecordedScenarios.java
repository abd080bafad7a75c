package org.acmconversation.scenario;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.acmconversation.engagement.Engagement;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engine.task.TaskOrigins;
import org.acmconversation.formanswer.AnsweredTask;
import org.acmconversation.formanswer.Answers;
import org.acmconversation.ftop.FtopTasks;
import org.acmconversation.model.ConversationModel.Variable;
import org.acmconversation.timeline.Timeline;
import org.acmconversation.timeline.TimelineEntry;
import org.acmconversation.timeline.TimelineEntry.Event;
import org.springframework.stereotype.Service;

/**
 * Records a finished engagement as a scenario. Free text is replaced: of the answers it has options, numbers and how
 * far ahead dates were.
 */
@Service
public class RecordedScenarios {

    private final Engagements engagements;
    private final Timeline timeline;
    private final Answers answers;
    private final FtopTasks ftopTasks;
    private final TaskOrigins origins;

    RecordedScenarios(
            Engagements engagements, Timeline timeline, Answers answers, FtopTasks ftopTasks, TaskOrigins origins) {
        this.engagements = engagements;
        this.timeline = timeline;
        this.answers = answers;
        this.ftopTasks = ftopTasks;
        this.origins = origins;
    }

    /**
     * Returns the content of the file.
     *
     * @param models models and forms by path, which tell options from texts
     * @throws org.acmconversation.engagement.UnknownEngagementException if there is no such engagement
     * @throws ScenarioNotKeptException if it still runs, or is erased
     */
    public byte[] keep(UUID engagementId, Map<String, byte[]> models) {
        Engagement engagement = engagements.get(engagementId);
        List<TimelineEntry> entries = timeline.of(engagementId);
        if (entries.stream().anyMatch(entry -> entry.event() == Event.ENGAGEMENT_ERASED)) {
            throw ScenarioNotKeptException.erased();
        }
        if (engagement.isRunning()) {
            throw ScenarioNotKeptException.running();
        }
        List<AnsweredTask> completed = answers.of(engagementId);
        var steps = new RecordedSteps(
                engagement,
                new FormOptions(models),
                origins.of(
                        taskIds(entries),
                        List.of(Variable.CATALOG_ID, Variable.REFUSED_CATALOG_ID, Variable.FTOP_REJECTION)));
        int next = 0;
        for (TimelineEntry entry : entries) {
            if (entry.event() == Event.TASK_COMPLETED) {
                steps.complete(entry, completed.get(next++).answers());
            } else {
                steps.add(entry);
            }
        }
        Map<String, Object> scenario = new LinkedHashMap<>();
        scenario.put(
                ScenarioFile.NAME,
                ScenarioMessages.worded("kept.name", engagement.segment(), String.valueOf(engagement.outcome())));
        scenario.put(ScenarioFile.START, steps.start());
        scenario.put(ScenarioFile.STEPS, steps.all());
        scenario.put(ScenarioFile.EXPECTED, expected(engagement, completed));
        return PlainYaml.write(scenario).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> taskIds(List<TimelineEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.event() == Event.TASK_COMPLETED)
                .map(TimelineEntry::taskId)
                .filter(Objects::nonNull)
                .toList();
    }

    private Map<String, Object> expected(Engagement engagement, List<AnsweredTask> completed) {
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("termina", "sí");
        expected.put("resultado", String.valueOf(engagement.outcome()));
        List<String> passed = completed.stream()
                .map(AnsweredTask::activityId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!passed.isEmpty()) {
            expected.put("pasó", passed);
        }
        Map<String, String> ftop = new TreeMap<>();
        ftopTasks
                .of(engagement.id())
                .forEach(task -> ftop.put(task.catalogId(), task.status().name()));
        if (!ftop.isEmpty()) {
            expected.put("ftop", ftop);
        }
        return expected;
    }
}
