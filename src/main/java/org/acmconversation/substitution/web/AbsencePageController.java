package org.acmconversation.substitution.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.acmconversation.absence.Absence;
import org.acmconversation.absence.AbsenceData;
import org.acmconversation.absence.Absences;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.problem.ProblemException;
import org.acmconversation.security.Caller;
import org.acmconversation.webpage.ChangedMeanwhileException;
import org.acmconversation.webpage.EditedData;
import org.acmconversation.webpage.FormValues;
import org.acmconversation.webpage.Page;
import org.acmconversation.webpage.TimeFormats;
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

/** The form that changes an absence. If two people change one at the same time, the second sees the first's changes. */
@Page
@RequestMapping(path = "/me/absences/{id}", produces = MediaType.TEXT_HTML_VALUE)
class AbsencePageController {

    private static final String BACK = "redirect:/me/absences";

    private final Absences absences;
    private final AbsenceForm form;
    private final AbsenceChanges changes;
    private final EditedData edited;

    AbsencePageController(Absences absences, AbsenceForm form, AbsenceChanges changes, EditedData edited) {
        this.absences = absences;
        this.form = form;
        this.changes = changes;
        this.edited = edited;
    }

    @GetMapping
    String show(@PathVariable UUID id, Authentication user, Model model) {
        Absence absence = absences.get(id, Caller.of(user));
        return page(absence, form.values(AbsenceData.of(absence)), model);
    }

    @PostMapping
    String change(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields,
            @ModelAttribute("resumed") boolean resumed,
            @ModelAttribute("moments") TimeFormats moments,
            Authentication user,
            Locale locale,
            Model model,
            RedirectAttributes result) {
        Absence shown = absences.get(id, Caller.of(user));
        FormValues values = FormValues.sent(fields);
        if (resumed) {
            return page(shown, values, model);
        }
        try {
            Optional<AbsenceData> base = edited.read(values, AbsenceData.class);
            AbsenceData absence = form.absence(values);
            absences.change(id, current -> replace(current, base, absence), Caller.of(user));
            result.addFlashAttribute("done", "done.absence");
            return BACK;
        } catch (ChangedMeanwhileException changed) {
            AbsenceData current = changed.current(AbsenceData.class);
            model.addAttribute(
                    "changes",
                    edited.read(values, AbsenceData.class)
                            .map(base -> changes.between(base, current, moments, locale))
                            .orElse(List.of()));
            fields.set(EditedData.FIELD, edited.written(current));
            values = FormValues.sent(fields);
        } catch (InvalidRequestException invalid) {
            values.reject(invalid);
        } catch (ProblemException refusal) {
            model.addAttribute("refused", "refused." + refusal.type());
        }
        return page(shown, values, model);
    }

    private static AbsenceData replace(AbsenceData current, Optional<AbsenceData> base, AbsenceData typed) {
        var wanted = new AbsenceData(current.person(), typed.from(), typed.until(), typed.substitute(), typed.note());
        return EditedData.replace(current, base, wanted);
    }

    private String page(Absence absence, FormValues values, Model model) {
        model.addAttribute("absence", absence);
        model.addAttribute("values", values);
        form.addChoices(values, model);
        return "substitution/absence";
    }
}
