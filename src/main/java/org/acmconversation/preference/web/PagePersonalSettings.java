package org.acmconversation.preference.web;

import java.util.Locale;
import java.util.Optional;
import org.acmconversation.preference.People;
import org.acmconversation.webpage.PersonalSettings;
import org.springframework.stereotype.Component;

/** Provides people's preferences to the pages. */
@Component
class PagePersonalSettings implements PersonalSettings {

    private final People people;

    PagePersonalSettings(People people) {
        this.people = people;
    }

    @Override
    public Optional<Choice> of(String person) {
        return people.chosen(person)
                .map(chosen ->
                        new Choice(Locale.forLanguageTag(chosen.language().name()), chosen.timeZone()));
    }
}
