package org.acmconversation.calendarfeed.web;

import java.security.Principal;
import org.acmconversation.calendarfeed.CalendarFeeds;
import org.acmconversation.webpage.Page;
import org.springframework.http.MediaType;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page where people create and revoke their calendar feed. */
@Page
@RequestMapping(path = "/me/calendar", produces = MediaType.TEXT_HTML_VALUE)
class FeedPageController {

    private static final String BACK = "redirect:/me/calendar";

    private final CalendarFeeds feeds;

    FeedPageController(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    @GetMapping
    String show(Principal caller, Model model) {
        model.addAttribute("createdAt", feeds.createdAt(caller.getName()).orElse(null));
        return "calendarfeed/calendar";
    }

    /** The address is shown on the next page only. */
    @PostMapping
    String create(Principal caller, RedirectAttributes result) {
        result.addFlashAttribute("url", FeedController.url(feeds.create(caller.getName())));
        result.addFlashAttribute("done", "done.feed");
        return BACK;
    }

    @PostMapping("/deletion")
    String revoke(Principal caller, RedirectAttributes result) {
        feeds.revoke(caller.getName());
        result.addFlashAttribute("done", "done.feedRevoked");
        return BACK;
    }
}
