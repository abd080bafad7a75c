package org.acmconversation.engagement;

/** Messages for violated constraints. */
class Messages {

    static final String EMPTY = "must not be empty";

    private Messages() {}
}
