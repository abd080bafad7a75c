package org.acmconversation.engine.task;

/** Notified of every comment on a process's task, within the transaction that adds it. */
public interface CommentObserver {

    /** @param comment the comment */
    void commented(ObservedComment comment);
}
