package org.acmconversation.webpage;

import static org.acmconversation.text.SpanishTexts.SPANISH;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The languages of our pages. Spanish is the default. The region is the browser's, since it decides how numbers are
 * written: 1.234,5 in Spain is 1,234.5 in Mexico.
 */
public class Languages {

    static final List<Locale> ALL = List.of(SPANISH, Locale.ENGLISH);

    /** Others are ignored, since message formats are cached by locale. */
    private static final Set<Locale> KNOWN = Set.of(Locale.getAvailableLocales());

    private Languages() {}

    /** Adds the first region that the browser lists for this language, if any. */
    static Locale inRegion(Locale language, HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return language;
        }
        return Collections.list(request.getLocales()).stream()
                .filter(accepted -> accepted.getLanguage().equals(language.getLanguage())
                        && !accepted.getCountry().isEmpty())
                .map(accepted -> new Locale.Builder()
                        .setLanguage(accepted.getLanguage())
                        .setRegion(accepted.getCountry())
                        .build())
                .filter(KNOWN::contains)
                .findFirst()
                .orElse(language);
    }

    /**
     * Returns the language and region in which Tasklist writes numbers for the current request's browser: English if
     * that is its first language, else Spanish, even without a request.
     */
    public static Locale ofTasklist() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return SPANISH;
        }
        HttpServletRequest request = attributes.getRequest();
        boolean isEnglish = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null
                && request.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        return inRegion(isEnglish ? Locale.ENGLISH : SPANISH, request);
    }
}
