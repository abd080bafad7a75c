package org.acmconversation.webpage;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** Port to people's settings for our pages. */
public interface PersonalSettings {

    /**
     * A person's settings.
     *
     * @param language one of the languages of our pages
     */
    record Choice(Locale language, ZoneId zone) {}

    /** Returns a person's settings; empty if the browser decides. */
    Optional<Choice> of(String person);
}
