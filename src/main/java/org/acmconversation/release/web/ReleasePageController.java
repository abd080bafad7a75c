package org.acmconversation.release.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acmconversation.problem.ProblemException;
import org.acmconversation.problem.StrictJson;
import org.acmconversation.release.ImpactReport;
import org.acmconversation.release.Migration;
import org.acmconversation.release.Publications;
import org.acmconversation.release.Release;
import org.acmconversation.release.ReleaseNotReadyException;
import org.acmconversation.release.Releases;
import org.acmconversation.release.web.ReleaseController.Reversal;
import org.acmconversation.scenario.RehearsalResult;
import org.acmconversation.webpage.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one release, in tabs that are links, so that it works without a script. */
@Page
@RequestMapping(path = "/releases/{number}", produces = MediaType.TEXT_HTML_VALUE)
class ReleasePageController {

    /** The names of the tabs, in their order. */
    static final List<String> TABS = List.of("changes", "check", "decisions", "scenarios", "impact", "migration");

    private static final String AGAIN = "redirect:/releases/%d?tab=%s&again";

    /** People paste the address of an engagement's page. */
    private static final Pattern UUID_IN_TEXT = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final Releases releases;
    private final Publications publications;
    private final GuardedPublications guarded;
    private final ReleaseDiagrams diagrams;
    private final StrictJson json;

    ReleasePageController(
            Releases releases,
            Publications publications,
            GuardedPublications guarded,
            ReleaseDiagrams diagrams,
            StrictJson json) {
        this.releases = releases;
        this.publications = publications;
        this.guarded = guarded;
        this.diagrams = diagrams;
        this.json = json;
    }

    @GetMapping
    String show(
            @PathVariable long number,
            @RequestParam(required = false) @Nullable String tab,
            Authentication person,
            Model model) {
        Release release = releases.get(number);
        releases.scenarios(number);
        String shown = tab != null && TABS.contains(tab) ? tab : release.active() ? "migration" : "changes";
        model.addAttribute("release", release);
        model.addAttribute("tabs", TABS);
        model.addAttribute("tab", shown);
        model.addAttribute("active", releases.active());
        switch (shown) {
            case "changes" -> {
                model.addAttribute("changes", releases.changes(number));
                model.addAttribute("files", releases.fileChanges(number));
                model.addAttribute("diagrams", diagrams.of(release));
                model.addAttribute("tables", releases.changeTables(number));
            }
            case "check" -> model.addAttribute("findings", releases.findings(number));
            case "impact" -> {
                addImpact(number, model);
                model.addAttribute("scenarios", releases.scenarios(number));
                model.addAttribute("administrator", GuardedPublications.isAdministrator(person));
            }
            case "migration" -> {
                Migration migration = publications.migration(number);
                model.addAttribute("migration", migration);
                addImpact(number, model);
                if (release.active() && release.base() != null) {
                    model.addAttribute(
                            "back", publications.impact(release.base()).impact());
                }
                model.addAttribute("working", migration.state() == Migration.State.RUNNING);
            }
            case "decisions" -> model.addAttribute("decisions", releases.decisions(number));
            default -> {
                RehearsalResult scenarios = releases.scenarios(number);
                model.addAttribute("scenarios", scenarios);
                model.addAttribute("working", scenarios.state() != RehearsalResult.State.DONE);
            }
        }
        return "release/release";
    }

    private void addImpact(long number, Model model) {
        ImpactReport report = publications.impact(number);
        model.addAttribute("impact", report.impact());
        model.addAttribute("lostPlaces", report.lost());
        model.addAttribute("places", report.places());
        model.addAttribute("lacks", report.lacks());
    }

    /** The model of one file, for the diagram. */
    @GetMapping(path = "/models/{*path}", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<String> model(@PathVariable long number, @PathVariable String path) {
        return ResponseEntity.ok(new String(releases.file(number, path.substring(1)), StandardCharsets.UTF_8));
    }

    @PostMapping("/publication")
    String publish(
            @PathVariable long number,
            PublicationForm form,
            @ModelAttribute("resumed") boolean resumed,
            Authentication person,
            RedirectAttributes result) {
        result.addFlashAttribute("chosen", form.chosen());
        result.addFlashAttribute("despite", form.despite());
        String tab = form.sha256() == null ? "migration" : "impact";
        if (resumed) {
            return AGAIN.formatted(number, tab);
        }
        return answer(
                number,
                tab,
                "done.release.published",
                result,
                () -> guarded.publish(number, form.checked(json), form.sha256(), person)
                        .number());
    }

    @PostMapping("/reversal")
    String reverse(
            @PathVariable long number,
            @RequestParam String reason,
            @ModelAttribute("resumed") boolean resumed,
            Authentication person,
            RedirectAttributes result) {
        if (resumed) {
            result.addFlashAttribute("reason", reason);
            return AGAIN.formatted(number, "migration");
        }
        String shown = answer(
                number,
                "migration",
                "done.release.reversed",
                result,
                () -> publications
                        .reverse(number, checked(reason), person.getName())
                        .number());
        if (result.getFlashAttributes().containsKey("refused")) {
            result.addFlashAttribute("reason", reason);
        }
        return shown;
    }

    /** Applies the rules of the API. */
    private String checked(String reason) {
        return json.bind(JsonNodeFactory.instance.objectNode().put("reason", reason), Reversal.class)
                .reason();
    }

    @PostMapping("/scenarios")
    String keep(
            @PathVariable long number,
            @RequestParam String engagement,
            @ModelAttribute("resumed") boolean resumed,
            RedirectAttributes result) {
        if (resumed) {
            result.addFlashAttribute("ofEngagement", engagement);
            return AGAIN.formatted(number, "scenarios");
        }
        Matcher id = UUID_IN_TEXT.matcher(engagement);
        try {
            if (id.find()) {
                releases.keep(number, UUID.fromString(id.group()));
                result.addFlashAttribute("done", "done.release.kept");
            } else {
                result.addFlashAttribute("refused", "refused.release.engagement-not-found");
            }
        } catch (ProblemException refusal) {
            result.addFlashAttribute("refused", "refused.release." + refusal.type());
        }
        if (result.getFlashAttributes().containsKey("refused")) {
            result.addFlashAttribute("ofEngagement", engagement);
        }
        return "redirect:/releases/%d?tab=scenarios".formatted(number);
    }

    @PostMapping("/files/removal")
    String remove(@PathVariable long number, @RequestParam String path, RedirectAttributes result) {
        try {
            releases.remove(number, path);
            result.addFlashAttribute("done", "done.release.fileRemoved");
        } catch (ProblemException refusal) {
            result.addFlashAttribute("refused", "refused.release." + refusal.type());
        }
        return "redirect:/releases/%d?tab=changes".formatted(number);
    }

    @PostMapping("/deletion")
    String delete(@PathVariable long number, RedirectAttributes result) {
        try {
            releases.delete(number);
            result.addFlashAttribute("done", "done.release.deleted");
        } catch (ProblemException refusal) {
            result.addFlashAttribute("refused", "refused.release." + refusal.type());
        }
        return "redirect:/releases";
    }

    /** Changes a release and returns the number of the release to show. */
    private interface Work {

        long run();
    }

    /** @param tab what to show if it is refused */
    private static String answer(long number, String tab, String done, RedirectAttributes result, Work work) {
        try {
            long shown = work.run();
            result.addFlashAttribute("done", done);
            return "redirect:/releases/%d?tab=migration".formatted(shown);
        } catch (ReleaseNotReadyException notReady) {
            result.addFlashAttribute("blockers", notReady.blockers());
            result.addFlashAttribute("refused", "refused.release." + notReady.type());
        } catch (ProblemException refusal) {
            result.addFlashAttribute("refused", "refused.release." + refusal.type());
        }
        return "redirect:/releases/%d?tab=%s".formatted(number, tab);
    }
}
