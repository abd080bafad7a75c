package org.acmconversation.contact.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.acmconversation.calendar.TimeZones;
import org.acmconversation.contact.Contact;
import org.acmconversation.contact.Contact.Organization;
import org.acmconversation.contact.ContactData;
import org.acmconversation.contact.Contacts;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.idempotency.IdempotentRequests;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.problem.ProblemException;
import org.acmconversation.problem.StrictJson;
import org.acmconversation.webpage.ChangedMeanwhileException;
import org.acmconversation.webpage.EditedData;
import org.acmconversation.webpage.FormValues;
import org.acmconversation.webpage.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The forms that add, change and delete contacts of an engagement. If two people change one at the same time, the
 * second sees the first one's changes.
 */
@Page
@RequestMapping(path = "/engagements/{id}/contacts", produces = MediaType.TEXT_HTML_VALUE)
class ContactPageController {

    private static final String KEY = "key";
    private static final String[] TEXTS = {"name", "email", "phone", "organization", "role", "language", "timeZone"};
    private static final String[] CHOICES = {"surveyEligible", "decisionMaker", "doNotContact"};

    private final Contacts contacts;
    private final ContactChanges changes;
    private final Engagements engagements;
    private final IdempotentRequests requests;
    private final StrictJson json;
    private final ObjectMapper mapper;
    private final EditedData edited;

    ContactPageController(
            Contacts contacts,
            ContactChanges changes,
            Engagements engagements,
            IdempotentRequests requests,
            StrictJson json,
            ObjectMapper mapper,
            EditedData edited) {
        this.contacts = contacts;
        this.changes = changes;
        this.engagements = engagements;
        this.requests = requests;
        this.json = json;
        this.mapper = mapper;
        this.edited = edited;
    }

    /** Identifies a submission for idempotency: the same data may be submitted for another engagement. */
    record Sent(UUID engagementId, ContactData contact) {}

    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        return page(
                id, null, new FormValues(Map.of(KEY, List.of(UUID.randomUUID().toString()))), model);
    }

    @GetMapping("/{contactId}")
    String edit(@PathVariable UUID id, @PathVariable UUID contactId, Model model) {
        Contact contact = contacts.get(engagements.get(id).id(), contactId);
        Map<String, List<String>> values = new HashMap<>();
        values.put(EditedData.FIELD, List.of(edited.written(ContactData.of(contact))));
        mapper.valueToTree(contact).properties().forEach(field -> {
            if (!field.getValue().isNull() && !"false".equals(field.getValue().asText())) {
                values.put(field.getKey(), List.of(field.getValue().asText()));
            }
        });
        return page(id, contactId, new FormValues(values), model);
    }

    @PostMapping
    String add(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields,
            @ModelAttribute("resumed") boolean resumed,
            Model model,
            RedirectAttributes result) {
        FormValues values = FormValues.sent(fields);
        return save(id, null, values, resumed, model, result, () -> {
            ContactData contact = contact(values);
            requests.createOnce(
                    values.get(KEY),
                    new Sent(id, contact),
                    () -> contacts.add(id, contact).id());
        });
    }

    @PostMapping("/{contactId}")
    String change(
            @PathVariable UUID id,
            @PathVariable UUID contactId,
            @RequestParam MultiValueMap<String, String> fields,
            @ModelAttribute("resumed") boolean resumed,
            Locale locale,
            Model model,
            RedirectAttributes result) {
        FormValues values = FormValues.sent(fields);
        try {
            return save(id, contactId, values, resumed, model, result, () -> {
                ContactData contact = contact(values);
                Optional<ContactData> base = edited.read(values, ContactData.class);
                contacts.change(id, contactId, current -> EditedData.replace(current, base, contact));
            });
        } catch (ChangedMeanwhileException changed) {
            ContactData current = changed.current(ContactData.class);
            model.addAttribute(
                    "changes",
                    edited.read(values, ContactData.class)
                            .map(base -> changes.between(base, current, locale))
                            .orElse(List.of()));
            fields.set(EditedData.FIELD, edited.written(current));
            return page(id, contactId, FormValues.sent(fields), model);
        }
    }

    @PostMapping("/{contactId}/deletion")
    String delete(@PathVariable UUID id, @PathVariable UUID contactId, RedirectAttributes result) {
        try {
            contacts.delete(engagements.get(id).id(), contactId);
            result.addFlashAttribute("done", "done.contactDeleted");
        } catch (ProblemException refusal) {
            result.addFlashAttribute("refused", "refused." + refusal.type());
        }
        return "redirect:/engagements/" + id;
    }

    private String save(
            UUID id,
            @Nullable UUID contactId,
            FormValues values,
            boolean resumed,
            Model model,
            RedirectAttributes result,
            Runnable save) {
        if (resumed) {
            return page(id, contactId, values, model);
        }
        try {
            save.run();
            result.addFlashAttribute("done", "done.contact");
            return "redirect:/engagements/" + id;
        } catch (InvalidRequestException invalid) {
            values.reject(invalid);
        } catch (ProblemException refusal) {
            model.addAttribute("refused", "refused." + refusal.type());
        }
        return page(id, contactId, values, model);
    }

    private ContactData contact(FormValues values) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (String text : TEXTS) {
            body.set(text, values.text(text));
        }
        for (String choice : CHOICES) {
            body.set(choice, values.checked(choice));
        }
        return json.bind(body, ContactData.class);
    }

    private String page(UUID id, @Nullable UUID contactId, FormValues values, Model model) {
        model.addAttribute("engagement", engagements.get(id));
        model.addAttribute("contactId", contactId);
        model.addAttribute("values", values);
        model.addAttribute("organizations", Organization.values());
        model.addAttribute("zones", TimeZones.offered(values.get("timeZone")));
        return "contact/contact";
    }
}
