package org.acmconversation.page;

/** Counts what a person has not read yet, for the bell of each page. */
public interface Bell {

    /** How many notifications of a person are unread. */
    int unread(String person);
}
