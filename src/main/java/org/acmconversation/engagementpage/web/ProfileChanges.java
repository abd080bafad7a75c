package org.acmconversation.engagementpage.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.acmconversation.engagement.EntryCriteria;
import org.acmconversation.engagement.Profile;
import org.acmconversation.timeline.TimelineEntry;
import org.acmconversation.webpage.ChangeLines;
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
        var lines = new ChangeLines(messages, locale);
        lines.add("field.segment", lines.text("segment." + before.segment()), lines.text("segment." + after.segment()));
        lines.add(
                "field.licenses",
                lines.text("page.number", before.licenses()),
                lines.text("page.number", after.licenses()));
        lines.add("field.services", services(before, locale), services(after, locale));
        lines.add("field.country", before.country(), after.country());
        lines.add("field.timeZone", before.timeZone(), after.timeZone());
        EntryCriteria was = before.entryCriteria();
        EntryCriteria is = after.entryCriteria();
        lines.addAnswer("field.kickoffHeld", was.kickoffHeld(), is.kickoffHeld());
        lines.addAnswer("field.benefitUnderstood", was.benefitUnderstood(), is.benefitUnderstood());
        lines.addAnswer("field.resourcesClear", was.resourcesClear(), is.resourcesClear());
        lines.addAnswer(
                "field.inEnterpriseAdoptionProgram",
                was.inEnterpriseAdoptionProgram(),
                is.inEnterpriseAdoptionProgram());
        return lines.all();
    }

    private String services(Profile profile, Locale locale) {
        return profile.services().stream()
                .map(service -> messages.getMessage("service." + service, null, service.replace('_', ' '), locale))
                .collect(Collectors.joining(", "));
    }
}
