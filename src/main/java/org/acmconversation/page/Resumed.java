package org.acmconversation.page;

/**
 * A form that was sent when its session had ended, or with the token of an earlier one. It comes again after the login,
 * to be shown with what was typed, and does nothing before it is sent once more.
 */
public class Resumed {

    /** Attribute of such a request; whatever its value. */
    public static final String ATTRIBUTE = "acm.resumed";

    private Resumed() {}
}
