package org.acmconversation.webpage;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.acmconversation.text.SpanishTexts;
import org.acmconversation.webpage.PersonalSettings.Choice;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Resolves the language that a person has chosen for our pages, or else the browser's, in the browser's region. */
class PersonalLocaleResolver extends AcceptHeaderLocaleResolver {

    private static final String CHOICE = PersonalLocaleResolver.class.getName();

    private final PersonalSettings settings;

    PersonalLocaleResolver(PersonalSettings settings) {
        this.settings = settings;
        setSupportedLocales(Languages.ALL);
        setDefaultLocale(SpanishTexts.SPANISH);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Locale language = choiceForPage(request).map(Choice::language).orElseGet(() -> super.resolveLocale(request));
        return Languages.inRegion(language, request);
    }

    /** The API's responses are in English, so their language is not looked up. */
    private Optional<Choice> choiceForPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted == null || !accepted.contains(MediaType.TEXT_HTML_VALUE) ? Optional.empty() : choice(request);
    }

    /** Looked up once per request. */
    Optional<Choice> choice(HttpServletRequest request) {
        if (request.getUserPrincipal() == null) {
            return Optional.empty();
        }
        if (request.getAttribute(CHOICE) instanceof Optional<?> known) {
            return known.map(Choice.class::cast);
        }
        Optional<Choice> choice = settings.of(request.getUserPrincipal().getName());
        request.setAttribute(CHOICE, choice);
        return choice;
    }
}
