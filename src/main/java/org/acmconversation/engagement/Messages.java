package org.acmconversation.engagement;

/** What is said of a field that breaks a constraint. */
class Messages {

    static final String REQUIRED = "is required";
    static final String BLANK = "must not be blank";
    static final String TOO_LONG = "must have at most {max} characters";
    static final String REPEATED = "must not name the same one twice";
    static final String EMPTY = "must name at least one";

    /** A regular expression for text with at least one character that is not white space. */
    static final String NOT_BLANK = "(?s).*\\S.*";

    private Messages() {}
}
