package org.acmconversation.savedview.web;

import java.security.Principal;
import java.util.regex.Pattern;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.problem.ProblemException;
import org.acmconversation.savedview.SavedView;
import org.acmconversation.savedview.SavedViews;
import org.acmconversation.webpage.Page;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Saves and deletes views on the list of engagements. */
@Page
@RequestMapping(path = "/engagements/views", produces = MediaType.TEXT_HTML_VALUE)
class SavedViewActionController {

    /** The format of the queries in links to the list. */
    private static final Pattern QUERY = Pattern.compile("[\\w.~%&=+,:-]{1,2000}");

    private final SavedViews views;

    SavedViewActionController(SavedViews views) {
        this.views = views;
    }

    /** Saves the current selection under a name. */
    @PostMapping
    String save(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "false") boolean shared,
            @RequestParam(name = "default", defaultValue = "false") boolean isDefault,
            Principal caller,
            RedirectAttributes result) {
        boolean isQuery = QUERY.matcher(query).matches();
        try {
            if (!isQuery) {
                throw new InvalidRequestException("query", "must be the query of a list");
            }
            var view = new SavedView(SavedView.checkedName(name), query, shared, isDefault, null);
            views.save(caller.getName(), view);
            result.addFlashAttribute("done", "done.view");
        } catch (ProblemException refusal) {
            result.addFlashAttribute("refused", "refused.view");
        }
        return "redirect:/engagements?" + (isQuery ? query : "page=0");
    }

    /** Deletes one of the caller's views; succeeds even if it is already deleted. */
    @PostMapping("/deletion")
    String delete(@RequestParam(defaultValue = "") String name, Principal caller, RedirectAttributes result) {
        boolean isOwn = views.of(caller.getName()).stream()
                .anyMatch(view -> view.owner() == null && view.name().equals(name));
        if (isOwn) {
            views.delete(caller.getName(), name);
        }
        result.addFlashAttribute("done", "done.viewDeleted");
        return "redirect:/engagements?page=0";
    }
}
