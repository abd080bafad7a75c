package org.acmconversation.release.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.problem.ProblemException;
import org.acmconversation.release.Release;
import org.acmconversation.release.Releases;
import org.acmconversation.release.UnfitFileException;
import org.acmconversation.webpage.Page;
import org.springframework.http.MediaType;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page with all releases and drafts, and the form that makes a draft. The CSRF token is in its address. */
@Page
@RequestMapping(path = "/releases", produces = MediaType.TEXT_HTML_VALUE)
class ReleaseListPageController {

    private final Releases releases;

    ReleaseListPageController(Releases releases) {
        this.releases = releases;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("releases", releases.list());
        return "release/list";
    }

    @PostMapping
    String create(HttpServletRequest request, Principal person, Model model, RedirectAttributes result)
            throws IOException {
        Uploads uploads = Uploads.empty();
        try {
            uploads.add(request);
            if (uploads.files().isEmpty()) {
                return refuse("refused.release.noFile", uploads, model);
            }
            Release draft = releases.create(
                    new Releases.Sent(uploads.files(), uploads.all("remove"), uploads.comment("comment"), null),
                    person.getName());
            result.addFlashAttribute("done", "done.release.created");
            return "redirect:/releases/" + draft.number();
        } catch (UnfitFileException unfit) {
            model.addAttribute("unfit", unfit);
            return refuse("refused.release.files", uploads, model);
        } catch (InvalidRequestException invalid) {
            model.addAttribute("errors", invalid.errors());
            return refuse("refused.release.files", uploads, model);
        } catch (ProblemException refusal) {
            return refuse("refused.release." + refusal.type(), uploads, model);
        }
    }

    /** The files must be chosen again; the comment stays. */
    private String refuse(String why, Uploads uploads, Model model) {
        model.addAttribute("comment", uploads.first("comment"));
        model.addAttribute("refused", why);
        return list(model);
    }
}
