package org.acmconversation.ftop.process;

import static org.acmconversation.text.SpanishTexts.SPANISH;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.acmconversation.model.ConversationModel.Variable;
import org.acmconversation.model.DelegateVariables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Create listener {@code nameAfterFtopTask}: prefixes the task's name with the FTOP task's service, because the model
 * gives several tasks the same name. The playbook names most FTOP tasks as a service, a dash and an activity, and some
 * as an activity «de» a service.
 */
@Component
@DelegateVariables(reads = Variable.FTOP_TASK_NAME)
class NameAfterFtopTask implements TaskListener {

    private static final Pattern SERVICE_FIRST = Pattern.compile("(.+?) - .+");
    private static final Pattern SERVICE_LAST = Pattern.compile(".* de (\\p{Lu}.*?)(?: \\([^)]*\\))?\\.?");

    /** The engine stores names of up to 255 characters. */
    private static final int MAX_SUBJECT_LENGTH = 150;

    @Override
    public void notify(DelegateTask task) {
        if (task.getVariable(Variable.FTOP_TASK_NAME) instanceof String ftopTask && !ftopTask.isBlank()) {
            task.setName("%s: %s".formatted(subject(ftopTask), withSmallInitial(task.getName())));
        }
    }

    private static String subject(String ftopTask) {
        String subject = Stream.of(SERVICE_FIRST, SERVICE_LAST)
                .map(pattern -> pattern.matcher(ftopTask.strip()))
                .filter(Matcher::matches)
                .map(service -> service.group(1))
                .findFirst()
                .orElse(ftopTask.strip());
        return subject.length() > MAX_SUBJECT_LENGTH ? subject.substring(0, MAX_SUBJECT_LENGTH - 1) + "…" : subject;
    }

    private static String withSmallInitial(String name) {
        return name.substring(0, 1).toLowerCase(SPANISH) + name.substring(1);
    }
}
