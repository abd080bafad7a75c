package org.acmconversation.tasklist.process;

import java.util.Map;
import org.acmconversation.engine.task.RunningTask;
import org.acmconversation.engine.task.TaskPriority;
import org.acmconversation.timeline.Timeline;
import org.acmconversation.timeline.TimelineEntry.Event;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Timeout listener of user tasks: raises a task's priority in the queues some time before it is due. */
@Component
class RemindCandidates implements TaskListener {

    private final Timeline timeline;

    RemindCandidates(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public void notify(DelegateTask task) {
        task.setPriority(Math.max(task.getPriority(), TaskPriority.REMINDED));
        timeline.record(
                RunningTask.execution(task).getProcessBusinessKey(),
                Event.TASK_REMINDED,
                task.getTaskDefinitionKey(),
                task.getName(),
                Map.of());
    }
}
