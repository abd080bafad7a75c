package org.acmconversation.engagement;

/** What is said of a field that breaks a constraint. */
class Messages {

    static final String REQUIRED = "is required";
    static final String REPEATED = "must not contain duplicates";
    static final String EMPTY = "must not be empty";

    private Messages() {}
}
