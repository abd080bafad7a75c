package org.acmconversation.followup.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.acmconversation.absence.Absences;
import org.acmconversation.engagement.EngagementState;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.NextAction;
import org.acmconversation.followup.EngagementFollowUp;
import org.acmconversation.followup.web.FollowUpController.NewNote;
import org.acmconversation.idempotency.IdempotentRequests;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.problem.ProblemException;
import org.acmconversation.problem.StrictJson;
import org.acmconversation.webpage.FormValues;
import org.acmconversation.webpage.Page;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form for a status note and the next action. Submitting it twice adds one note. */
@Page
@RequestMapping(path = "/engagements/{id}/follow-up", produces = MediaType.TEXT_HTML_VALUE)
class FollowUpPageController {

    private static final String KEY = "key";
    private static final String ACTION = "nextAction.action";
    private static final String DATE = "nextAction.date";
    private static final String OWNER = "nextAction.owner";

    /** Before the names of the fields with the next action that the person saw. */
    private static final String SEEN = "seen.";

    private final Engagements engagements;
    private final EngagementFollowUp followUp;
    private final Absences absences;
    private final IdempotentRequests requests;
    private final StrictJson json;

    FollowUpPageController(
            Engagements engagements,
            EngagementFollowUp followUp,
            Absences absences,
            IdempotentRequests requests,
            StrictJson json) {
        this.engagements = engagements;
        this.followUp = followUp;
        this.absences = absences;
        this.requests = requests;
        this.json = json;
    }

    /** Identifies a note: the same text may be submitted for another engagement or by somebody else. */
    record Sent(UUID engagementId, String author, NewNote note) {}

    @GetMapping
    String show(@PathVariable UUID id, Authentication user, Model model) {
        EngagementState state = engagements.state(id);
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put(KEY, List.of(UUID.randomUUID().toString()));
        NextAction next = state.followUp().nextAction();
        if (next != null) {
            put(values, ACTION, next.action());
            put(values, DATE, next.date().toString());
            put(values, OWNER, next.owner());
        } else {
            values.put(OWNER, List.of(user.getName()));
        }
        return page(state, new FormValues(values), model);
    }

    private static void put(Map<String, List<String>> values, String field, String value) {
        values.put(field, List.of(value));
        values.put(SEEN + field, List.of(value));
    }

    @PostMapping
    String add(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields,
            @ModelAttribute("resumed") boolean resumed,
            Authentication user,
            Model model,
            RedirectAttributes result) {
        FormValues values = FormValues.sent(fields);
        EngagementState state = engagements.state(id);
        if (resumed) {
            return page(state, values, model);
        }
        try {
            NewNote note = note(values);
            requests.createOnce(
                    values.get(KEY),
                    new Sent(id, user.getName(), note),
                    () -> followUp.note(id, note.text(), note.nextAction(), user.getName())
                            .id());
            result.addFlashAttribute("done", "done.noted");
            return "redirect:/engagements/" + id;
        } catch (InvalidRequestException invalid) {
            values.reject(invalid);
        } catch (ProblemException refusal) {
            model.addAttribute("refused", "refused." + refusal.type());
        }
        return page(state, values, model);
    }

    /**
     * An action that the person has not changed is left as it is, even if its date has passed or somebody else has
     * changed it meanwhile.
     */
    private NewNote note(FormValues values) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("text", values.text("text"));
        boolean isSame = Stream.of(ACTION, DATE, OWNER)
                .allMatch(field -> values.get(field).equals(values.get(SEEN + field)));
        if (!isSame && !(values.get(ACTION).isBlank() && values.get(DATE).isBlank())) {
            ObjectNode action = body.putObject("nextAction");
            action.set("action", values.text(ACTION));
            action.set("date", values.text(DATE));
            action.set("owner", values.text(OWNER));
        }
        return json.bind(body, NewNote.class);
    }

    private String page(EngagementState state, FormValues values, Model model) {
        model.addAttribute("engagement", state.engagement());
        model.addAttribute("values", values);
        model.addAttribute("notes", followUp.notes(state.engagement().id()));
        var colleagues = absences.colleagues();
        String owner = values.get(OWNER);
        model.addAttribute("colleagues", colleagues);
        // An owner who has left stays until somebody chooses another.
        model.addAttribute(
                "otherOwner",
                colleagues.stream().anyMatch(colleague -> colleague.id().equals(owner)) ? "" : owner);
        return "followup/follow-up";
    }
}
