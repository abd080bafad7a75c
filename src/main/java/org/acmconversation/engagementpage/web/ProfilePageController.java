package org.acmconversation.engagementpage.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.acmconversation.engagement.Engagement;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.Profile;
import org.acmconversation.engagement.Segment;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.problem.ProblemException;
import org.acmconversation.timeline.Timeline;
import org.acmconversation.timeline.TimelineEntry;
import org.acmconversation.webpage.ChangedMeanwhileException;
import org.acmconversation.webpage.EditedData;
import org.acmconversation.webpage.FormValues;
import org.acmconversation.webpage.Page;
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
 * The form that changes an engagement's profile. If two people change it at the same time, the second sees the first
 * one's changes.
 */
@Page
@RequestMapping(path = "/engagements/{id}/profile", produces = MediaType.TEXT_HTML_VALUE)
class ProfilePageController {

    private static final String TEMPLATE = "engagementpage/profile";

    private final Engagements engagements;
    private final Timeline timeline;
    private final ProfileForm form;
    private final ProfileChanges changes;
    private final EditedData edited;

    ProfilePageController(
            Engagements engagements, Timeline timeline, ProfileForm form, ProfileChanges changes, EditedData edited) {
        this.engagements = engagements;
        this.timeline = timeline;
        this.form = form;
        this.changes = changes;
        this.edited = edited;
    }

    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        Engagement engagement = engagements.get(id);
        return page(engagement, form.filledIn(engagement.profile()), engagement.profile(), model);
    }

    @PostMapping
    String change(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields,
            @ModelAttribute("resumed") boolean resumed,
            Locale locale,
            Model model,
            RedirectAttributes result) {
        Engagement engagement = engagements.get(id);
        FormValues values = FormValues.sent(fields);
        Profile base = form.base(values);
        if (resumed) {
            return page(engagement, values, base, model);
        }
        try {
            Profile wanted = form.profile(values, base);
            engagements.changeProfile(id, current -> EditedData.replace(current, Optional.of(base), wanted));
        } catch (InvalidRequestException invalid) {
            values.reject(invalid);
            return page(engagement, values, base, model);
        } catch (ChangedMeanwhileException changed) {
            Profile current = changed.current(Profile.class);
            model.addAttribute("changes", changes.between(base, current, locale));
            model.addAttribute("changedBy", lastChanger(id));
            return page(engagement, values, current, model);
        } catch (ProblemException refusal) {
            result.addFlashAttribute("refused", "refused." + refusal.type());
            return "redirect:/engagements/" + id;
        }
        result.addFlashAttribute("done", "done.profile");
        return "redirect:/engagements/" + id;
    }

    private String lastChanger(UUID id) {
        List<String> changers = timeline.of(id).stream()
                .filter(entry -> entry.event() == TimelineEntry.Event.PROFILE_CHANGED)
                .map(TimelineEntry::actor)
                .toList();
        return changers.isEmpty() ? Timeline.SYSTEM : changers.get(changers.size() - 1);
    }

    private String page(Engagement engagement, FormValues values, Profile base, Model model) {
        model.addAttribute("engagement", engagement);
        model.addAttribute("values", values);
        model.addAttribute("base", edited.written(base));
        model.addAttribute("segments", Segment.values());
        model.addAttribute("services", form.services(base));
        return TEMPLATE;
    }
}
