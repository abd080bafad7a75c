package org.acmconversation.formanswer.process;

import static org.acmconversation.text.SpanishTexts.SPANISH;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.acmconversation.contact.Contact.Organization;
import org.acmconversation.contact.Contacts;
import org.acmconversation.engagement.BusinessKey;
import org.acmconversation.engagement.Engagement;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engine.task.FormContext;
import org.acmconversation.formanswer.Answer;
import org.acmconversation.formanswer.AnsweredTask;
import org.acmconversation.formanswer.Answers;
import org.acmconversation.model.ConversationModel.Variable;
import org.acmconversation.preference.People;
import org.acmconversation.problem.PlainLine;
import org.acmconversation.webpage.Languages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Adds the engagement, the last answers and the comments on previous tasks to every form. They are read when a form is
 * opened and not stored in variables, so they are also available in called processes and never out of date.
 */
@Component
class EngagementInForms implements FormContext {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d/M/uuuu, HH:mm '(UTC'xxx')'", SPANISH);

    private final ObjectProvider<Engagements> engagements;
    private final ObjectProvider<Answers> answers;
    private final ObjectProvider<Contacts> contacts;
    private final ObjectProvider<People> people;
    private final MessageSource messages;
    private final ObjectMapper json;

    /** Lazy, because the beans that provide the data are created after the engine, which calls this. */
    EngagementInForms(
            ObjectProvider<Engagements> engagements,
            ObjectProvider<Answers> answers,
            ObjectProvider<Contacts> contacts,
            ObjectProvider<People> people,
            MessageSource messages,
            ObjectMapper json) {
        this.engagements = engagements;
        this.answers = answers;
        this.contacts = contacts;
        this.people = people;
        this.messages = messages;
        this.json = json;
    }

    @Override
    public Map<String, String> of(String businessKey) {
        return BusinessKey.engagementId(businessKey)
                .flatMap(id -> engagements.getObject().find(id))
                .map(this::context)
                .orElse(Map.of());
    }

    private Map<String, String> context(Engagement engagement) {
        List<AnsweredTask> steps = answers.getObject().of(engagement.id());
        DateTimeFormatter moment = MOMENT.withZone(readersZone());
        return Map.of(
                Variable.ENGAGEMENT, write(profile(engagement)),
                Variable.LAST_ANSWERS, write(lastAnswers(steps, engagement)),
                Variable.PREVIOUS_STEPS,
                        write(steps.stream().map(step -> step(step, moment)).toList()));
    }

    /** UTC if the service itself opens the form, for example to validate a submission. */
    private ZoneId readersZone() {
        Authentication reader = SecurityContextHolder.getContext().getAuthentication();
        return reader == null
                ? ZoneOffset.UTC
                : people.getObject().preferences(reader.getName()).timeZone();
    }

    private Map<String, Object> profile(Engagement engagement) {
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("customer", PlainLine.of(engagement.customer().name()));
        profile.put("externalId", PlainLine.of(engagement.externalId()));
        profile.put(
                "tenantId",
                engagement.customer().tenantId() == null
                        ? ""
                        : PlainLine.of(engagement.customer().tenantId()));
        profile.put(
                "segment",
                word("segment." + engagement.segment(), engagement.segment().name()));
        profile.put("licenses", NumberFormat.getInstance(Languages.ofTasklist()).format(engagement.licenses()));
        profile.put(
                "services",
                engagement.services().stream()
                        .map(service -> word("service." + service, service))
                        .collect(Collectors.joining(", ")));
        profile.put("contacts", contactsOfCustomer(engagement));
        return profile;
    }

    /** The names of the customer's contacts who may be contacted. */
    private List<String> contactsOfCustomer(Engagement engagement) {
        return contacts.getObject().of(engagement.id()).stream()
                .filter(contact -> contact.organization() == Organization.CUSTOMER && !contact.doNotContact())
                .map(contact -> PlainLine.withoutOverrides(contact.name()))
                .distinct()
                .toList();
    }

    /** Returns the code itself if it has no text, such as that of a service that an analyst has added. */
    private String word(String key, String code) {
        return messages.getMessage(key, null, code.replace('_', ' '), SPANISH);
    }

    /** Shows the conversation's current time if it was rescheduled. */
    private Map<String, String> lastAnswers(List<AnsweredTask> steps, Engagement engagement) {
        Map<String, String> last = new LinkedHashMap<>();
        steps.forEach(step -> step.answers()
                .forEach(answer ->
                        last.put(answer.field(), PlainLine.withoutOverrides(answer.shownIn(Languages.ofTasklist())))));
        answers.getObject()
                .rescheduledTo(engagement.id())
                .ifPresent(at -> last.put(
                        Variable.CONVERSATION_AT, MOMENT.withZone(readersZone()).format(at)));
        return last;
    }

    private static Map<String, Object> step(AnsweredTask step, DateTimeFormatter moment) {
        return Map.of(
                "name", step.name() == null ? step.activityId() : step.name(),
                "by", step.completedBy(),
                "at", moment.format(step.completedAt()),
                "answers",
                        step.answers().stream()
                                .filter(answer -> !answer.shown().isBlank())
                                .map(EngagementInForms::shown)
                                .toList());
    }

    private static Map<String, String> shown(Answer answer) {
        return Map.of(
                "label", answer.label(), "shown", PlainLine.withoutOverrides(answer.shownIn(Languages.ofTasklist())));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An engagement cannot be serialized", e);
        }
    }
}
