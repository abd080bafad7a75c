package org.acmconversation.person;

import java.time.ZoneId;

/**
 * How a person wants to see things.
 *
 * @param language of the service's own pages
 * @param timeZone where the person's days begin and end
 */
public record Preferences(Language language, ZoneId timeZone) {

    /** Languages of the service's own pages, as in BCP 47. */
    public enum Language {
        es,
        en
    }
}
