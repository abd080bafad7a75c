package org.acmconversation.person.web;

import java.util.Locale;
import java.util.Optional;
import org.acmconversation.page.PersonalSettings;
import org.acmconversation.person.People;
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
