package org.acmconversation.engine;

/** Is told of every comment on a task of a process, whoever adds it, in the transaction. */
public interface CommentObserver {

    /** @param comment the comment */
    void commented(ObservedComment comment);
}
