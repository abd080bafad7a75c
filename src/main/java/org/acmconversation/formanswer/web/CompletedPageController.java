package org.acmconversation.formanswer.web;

import java.time.LocalDate;
import java.time.ZoneId;
import org.acmconversation.database.PageRequest;
import org.acmconversation.formanswer.CompletedWork;
import org.acmconversation.problem.ParameterErrors;
import org.acmconversation.problem.VisibleText;
import org.acmconversation.timeline.CompletedTasks;
import org.acmconversation.webpage.Page;
import org.acmconversation.webpage.TimeFormats;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of the tasks that a person has completed, with the answers. Days are in the person's time zone. */
@Page
class CompletedPageController {

    private static final int SIZE = 25;
    private static final int MAX_TEXT = 200;

    private final CompletedWork work;

    CompletedPageController(CompletedWork work) {
        this.work = work;
    }

    /** @param to last day */
    @GetMapping(path = "/me/completed", produces = MediaType.TEXT_HTML_VALUE)
    String show(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "0") int page,
            @ModelAttribute("moments") TimeFormats moments,
            Authentication user,
            Model model) {
        new ParameterErrors().checkText("q", q, MAX_TEXT).checkPage(page, SIZE).throwIfAny();
        ZoneId zone = moments.zone();
        CompletedWork.Page found = work.find(new CompletedTasks.Query(
                user.getName(),
                VisibleText.isBlank(q) ? null : q,
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(),
                new PageRequest(page, SIZE)));
        model.addAttribute("found", found);
        model.addAttribute("q", q);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("pages", (found.totalItems() + SIZE - 1) / SIZE);
        return "formanswer/completed";
    }
}
