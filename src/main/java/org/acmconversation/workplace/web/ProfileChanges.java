package org.acmconversation.workplace.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.acmconversation.engagement.EntryCriteria;
import org.acmconversation.engagement.Profile;
import org.acmconversation.timeline.TimelineEntry;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Describes the differences between two profiles. */
@Component
class ProfileChanges {

    private final MessageSource messages;
    private final ObjectMapper json;

    ProfileChanges(MessageSource messages, ObjectMapper json) {
        this.messages = messages;
        this.json = json;
    }

    /** Describes a change in the timeline; empty if an older version wrote the entry. */
    List<String> of(TimelineEntry entry, Locale locale) {
        Object previous = entry.detail().get("previous");
        return previous == null
                ? List.of()
                : between(
                        json.convertValue(previous, Profile.class),
                        json.convertValue(entry.detail().get("profile"), Profile.class),
                        locale);
    }

    /** Returns a line for each difference, such as "Licencias: 500 → 700". */
    List<String> between(Profile before, Profile after, Locale locale) {
        List<String> lines = new ArrayList<>();
        add(lines, "segment", before, after, locale, profile -> text("segment." + profile.segment(), locale));
        add(lines, "licenses", before, after, locale, profile -> text("page.number", locale, profile.licenses()));
        add(lines, "services", before, after, locale, profile -> services(profile, locale));
        add(lines, "country", before, after, locale, profile -> Objects.requireNonNullElse(profile.country(), "—"));
        add(lines, "timeZone", before, after, locale, profile -> Objects.requireNonNullElse(profile.timeZone(), "—"));
        EntryCriteria was = before.entryCriteria();
        EntryCriteria is = after.entryCriteria();
        addAnswer(lines, "kickoffHeld", was.kickoffHeld(), is.kickoffHeld(), locale);
        addAnswer(lines, "benefitUnderstood", was.benefitUnderstood(), is.benefitUnderstood(), locale);
        addAnswer(lines, "resourcesClear", was.resourcesClear(), is.resourcesClear(), locale);
        addAnswer(
                lines,
                "inEnterpriseAdoptionProgram",
                was.inEnterpriseAdoptionProgram(),
                is.inEnterpriseAdoptionProgram(),
                locale);
        return lines;
    }

    private void add(
            List<String> lines,
            String field,
            Profile before,
            Profile after,
            Locale locale,
            Function<Profile, String> shown) {
        String was = shown.apply(before);
        String is = shown.apply(after);
        if (!was.equals(is)) {
            lines.add(text("page.change", locale, text("field." + field, locale), was, is));
        }
    }

    private void addAnswer(List<String> lines, String field, Boolean before, Boolean after, Locale locale) {
        if (!Objects.equals(before, after)) {
            lines.add(text(
                    "page.change",
                    locale,
                    text("field." + field, locale),
                    text("page.answer." + before, locale),
                    text("page.answer." + after, locale)));
        }
    }

    private String services(Profile profile, Locale locale) {
        return profile.services().stream()
                .map(service -> messages.getMessage("service." + service, null, service.replace('_', ' '), locale))
                .collect(Collectors.joining(", "));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
