package org.acmconversation.engagement;

/** What is said of a field that breaks a constraint. */
class Messages {

    static final String REQUIRED = "is required";
    static final String REPEATED = "must not name the same one twice";
    static final String EMPTY = "must name at least one";

    private Messages() {}
}
