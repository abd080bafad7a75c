package org.acmconversation.webpage;

/**
 * A form that was submitted after its session had expired, or with the CSRF token of an earlier session. After the
 * login it is shown again with its values; nothing happens until it is submitted again.
 */
public class ResumedForm {

    /** Attribute that marks such a request; the value does not matter. */
    public static final String ATTRIBUTE = "acm.resumed";

    private ResumedForm() {}
}
