package org.acmconversation.preference.web;

import java.security.Principal;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.acmconversation.calendar.TimeZones;
import org.acmconversation.preference.People;
import org.acmconversation.preference.Preferences;
import org.acmconversation.preference.Preferences.Language;
import org.acmconversation.webpage.Page;
import org.acmconversation.webpage.TimeFormats;
import org.springframework.http.MediaType;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page where people choose their language and time zone. */
@Page
@RequestMapping(path = "/settings", produces = MediaType.TEXT_HTML_VALUE)
class SettingsPageController {

    private final People people;

    SettingsPageController(People people) {
        this.people = people;
    }

    @GetMapping
    String show(Locale locale, @ModelAttribute("moments") TimeFormats moments, Model model) {
        return page(locale.getLanguage(), moments.zone().getId(), model);
    }

    @PostMapping
    String choose(
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String timeZone,
            @ModelAttribute("resumed") boolean resumed,
            Principal caller,
            Model model,
            RedirectAttributes result) {
        boolean isKnown = TimeZones.isKnown(timeZone)
                && List.of(Language.values()).stream()
                        .anyMatch(known -> known.name().equals(language));
        if (resumed || !isKnown) {
            if (!isKnown) {
                model.addAttribute("refused", "refused.settings");
            }
            return page(language, timeZone, model);
        }
        people.prefer(caller.getName(), new Preferences(Language.valueOf(language), ZoneId.of(timeZone)));
        result.addFlashAttribute("done", "done.settings");
        return "redirect:/settings";
    }

    private static String page(String language, String zone, Model model) {
        model.addAttribute("language", language);
        model.addAttribute("timeZone", zone);
        model.addAttribute("languages", Language.values());
        // The person's own is offered, too: saving the language must not change it.
        model.addAttribute("zones", TimeZones.offered(zone));
        return "preference/settings";
    }
}
