package org.acmconversation.page;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** What people have chosen for our pages. */
public interface PersonalSettings {

    /**
     * A person's choice.
     *
     * @param language one of those that pages have
     */
    record Choice(Locale language, ZoneId zone) {}

    /** What a person has chosen; empty for whoever leaves it to the browser. */
    Optional<Choice> of(String person);
}
