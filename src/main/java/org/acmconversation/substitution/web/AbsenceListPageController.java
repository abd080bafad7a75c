package org.acmconversation.substitution.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.acmconversation.absence.Absence;
import org.acmconversation.absence.Absences;
import org.acmconversation.engagement.EngagementCalendars;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.EngagementsOfPage;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.problem.ProblemException;
import org.acmconversation.security.Caller;
import org.acmconversation.security.Groups;
import org.acmconversation.substitution.Substitution;
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

/** The page where people enter absences and substitutes find tasks to take over. */
@Page
@RequestMapping(path = "/me/absences", produces = MediaType.TEXT_HTML_VALUE)
class AbsenceListPageController {

    private static final String BACK = "redirect:/me/absences";

    private final Absences absences;
    private final Substitution substitution;
    private final Engagements engagements;
    private final EngagementCalendars calendars;
    private final AbsenceForm form;

    AbsenceListPageController(
            Absences absences,
            Substitution substitution,
            Engagements engagements,
            EngagementCalendars calendars,
            AbsenceForm form) {
        this.absences = absences;
        this.substitution = substitution;
        this.engagements = engagements;
        this.calendars = calendars;
        this.form = form;
    }

    @GetMapping
    String show(Authentication user, Model model) {
        return page(user, new FormValues(Map.of()), model);
    }

    @PostMapping
    String add(
            @RequestParam MultiValueMap<String, String> fields,
            @ModelAttribute("resumed") boolean resumed,
            Authentication user,
            Model model,
            RedirectAttributes result) {
        FormValues values = FormValues.sent(fields);
        if (resumed) {
            return page(user, values, model);
        }
        try {
            absences.add(form.absence(values), Caller.of(user));
            result.addFlashAttribute("done", "done.absence");
            return BACK;
        } catch (InvalidRequestException invalid) {
            values.reject(invalid);
        } catch (ProblemException refusal) {
            model.addAttribute("refused", "refused." + refusal.type());
        }
        return page(user, values, model);
    }

    @PostMapping("/{id}/deletion")
    String delete(@PathVariable UUID id, Authentication user, RedirectAttributes result) {
        return act("absenceDeleted", result, () -> absences.delete(id, Caller.of(user)));
    }

    @PostMapping("/tasks/{taskId}/takeover")
    String takeOver(@PathVariable String taskId, Authentication user, RedirectAttributes result) {
        return act("takenOver", result, () -> substitution.takeOver(taskId, user.getName(), Groups.of(user)));
    }

    @PostMapping("/tasks/{taskId}/return")
    String takeBack(@PathVariable String taskId, Authentication user, RedirectAttributes result) {
        return act("takenBack", result, () -> substitution.takeBack(taskId, user.getName()));
    }

    private static String act(String done, RedirectAttributes result, Runnable action) {
        try {
            action.run();
            result.addFlashAttribute("done", "done." + done);
        } catch (ProblemException refusal) {
            result.addFlashAttribute("refused", "refused." + refusal.type());
        }
        return BACK;
    }

    private String page(Authentication user, FormValues values, Model model) {
        Caller caller = Caller.of(user);
        model.addAttribute("values", values);
        List<Absence> listedAbsences = absences.of(caller, null);
        model.addAttribute("absences", listedAbsences);
        model.addAttribute("gaps", absences.gaps(listedAbsences));
        model.addAttribute("colleagues", absences.colleagues());
        form.addChoices(values, model);
        model.addAttribute("seesAll", Absences.seesAll(caller));
        model.addAttribute("absentees", substitution.absentees(user.getName(), Groups.of(user)));
        model.addAttribute("listed", new EngagementsOfPage(engagements, calendars));
        model.addAttribute("takenOver", substitution.takenOverFrom(user.getName()));
        return "substitution/absences";
    }
}
