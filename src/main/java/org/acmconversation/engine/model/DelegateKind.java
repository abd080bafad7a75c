package org.acmconversation.engine.model;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;

/** How the engine can call a bean. A bean can be of several kinds. */
public enum DelegateKind {
    SERVICE_TASK(JavaDelegate.class),
    REMOTE_SERVICE_TASK(RemoteDelegate.class),
    EXECUTION_LISTENER(ExecutionListener.class),
    TASK_LISTENER(TaskListener.class);

    private final Class<?> type;

    DelegateKind(Class<?> type) {
        this.type = type;
    }

    /** The class that beans of this kind extend or implement. */
    public Class<?> type() {
        return type;
    }
}
