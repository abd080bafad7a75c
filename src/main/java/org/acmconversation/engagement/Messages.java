package org.acmconversation.engagement;

/** Messages for violated constraints. */
class Messages {

    static final String REQUIRED = "is required";
    static final String REPEATED = "must not contain duplicates";
    static final String EMPTY = "must not be empty";

    private Messages() {}
}
