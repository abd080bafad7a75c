package org.acmconversation.engagementpage.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.acmconversation.engagement.ConversationSchedule;
import org.acmconversation.engagement.Engagement;
import org.acmconversation.engagement.EngagementCalendars;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.problem.ProblemException;
import org.acmconversation.problem.VisibleText;
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

/** The form that reschedules the conversation with the customer, in the engagement's time zone. */
@Page
@RequestMapping(path = "/engagements/{id}/conversation", produces = MediaType.TEXT_HTML_VALUE)
class ReschedulePageController {

    private static final String AT = "at";

    private final Engagements engagements;
    private final ConversationSchedule schedule;
    private final EngagementCalendars calendars;

    ReschedulePageController(Engagements engagements, ConversationSchedule schedule, EngagementCalendars calendars) {
        this.engagements = engagements;
        this.schedule = schedule;
        this.calendars = calendars;
    }

    @GetMapping
    String show(@PathVariable UUID id, Model model, RedirectAttributes result) {
        Engagement engagement = engagements.get(id);
        try {
            Instant at = schedule.of(id);
            String local = LocalDateTime.ofInstant(at, zone(engagement))
                    .truncatedTo(ChronoUnit.MINUTES)
                    .toString();
            return page(engagement, new FormValues(Map.of(AT, List.of(local))), model);
        } catch (ProblemException refusal) {
            return refused(id, refusal, result);
        }
    }

    @PostMapping
    String reschedule(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields,
            @ModelAttribute("resumed") boolean resumed,
            Model model,
            RedirectAttributes result) {
        Engagement engagement = engagements.get(id);
        FormValues values = FormValues.sent(fields);
        if (resumed) {
            return page(engagement, values, model);
        }
        try {
            schedule.reschedule(id, at(values, zone(engagement)));
        } catch (InvalidRequestException invalid) {
            values.reject(invalid);
            return page(engagement, values, model);
        } catch (ProblemException refusal) {
            return refused(id, refusal, result);
        }
        result.addFlashAttribute("done", "done.rescheduled");
        return "redirect:/engagements/" + id;
    }

    /** Java would move a time within the hour that clocks skip; nobody would notice that the call is an hour later. */
    static Instant at(FormValues values, ZoneId zone) {
        try {
            LocalDateTime local = LocalDateTime.parse(VisibleText.strip(values.get(AT)));
            if (zone.getRules().getValidOffsets(local).isEmpty()) {
                throw new InvalidRequestException(AT, "must exist: clocks skip that hour");
            }
            return local.atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidRequestException(AT, "must be a date and a time");
        }
    }

    private ZoneId zone(Engagement engagement) {
        return calendars.of(engagement).zone();
    }

    private static String refused(UUID id, ProblemException refusal, RedirectAttributes result) {
        result.addFlashAttribute("refused", "refused." + refusal.type());
        return "redirect:/engagements/" + id;
    }

    private String page(Engagement engagement, FormValues values, Model model) {
        model.addAttribute("engagement", engagement);
        model.addAttribute("zone", zone(engagement));
        model.addAttribute("values", values);
        return "engagementpage/conversation";
    }
}
