package org.acmconversation.preference;

import java.time.ZoneId;

/**
 * A person's preferences.
 *
 * @param language language of the service's own pages
 * @param timeZone time zone in which the person's days begin and end
 */
public record Preferences(Language language, ZoneId timeZone) {

    /** Languages of the service's own pages, as in BCP 47. */
    public enum Language {
        es,
        en
    }
}
