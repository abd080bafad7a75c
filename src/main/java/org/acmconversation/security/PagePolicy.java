package org.acmconversation.security;

import java.util.List;
import java.util.stream.Collectors;
import org.acmconversation.operations.Sha256;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The content security policy of our own pages: nothing inline, and nothing from other servers. */
class PagePolicy {

    /**
     * Style attributes that bpmn-js 8.0.0 writes for its logo, the notice behind it and its layers. Only these are
     * allowed, by their hashes.
     */
    private static final List<String> STYLES_OF_BPMN_JS = List.of(
            "position: absolute; bottom: 15px; right: 15px; z-index: 100; color: #404040",
            "vertical-align:middle",
            "position: absolute",
            "position: absolute; width: 0; height: 0;",
            "visibility: hidden; position: fixed",
            "z-index: 1001;position: fixed;top: 0;left: 0;right: 0;bottom: 0",
            "width: 100%;height: 100%;background: rgba(40,40,40,0.2)",
            "position: absolute;left: 50%;top: 40%;transform: translate(-50%);width: 260px;padding: 10px;"
                    + "background: white;box-shadow: 0 1px 4px rgba(0,0,0,0.3);font-family: Helvetica, Arial, sans-serif;"
                    + "font-size: 14px;display: flex;line-height: 1.3",
            "margin: 15px 20px 15px 10px; align-self: center;color: #404040");

    private static final String FOR_ALL = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " form-action 'self'; frame-ancestors 'none'; ";

    private static final String OURS = FOR_ALL + "base-uri 'none'; style-src 'self' 'unsafe-hashes' "
            + STYLES_OF_BPMN_JS.stream().map(PagePolicy::hash).collect(Collectors.joining(" "));

    /** Swagger UI adds inline styles at run time. */
    private static final String OF_SWAGGER_UI = FOR_ALL + "base-uri 'self'; style-src 'self' 'unsafe-inline'";

    private PagePolicy() {}

    /** @param swaggerUi the pages of Swagger UI */
    static List<HeaderWriter> headers(RequestMatcher swaggerUi) {
        return List.of(
                new DelegatingRequestMatcherHeaderWriter(
                        swaggerUi, new ContentSecurityPolicyHeaderWriter(OF_SWAGGER_UI)),
                new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(swaggerUi), new ContentSecurityPolicyHeaderWriter(OURS)));
    }

    private static String hash(String style) {
        return "'sha256-%s'".formatted(new Sha256().add(style).base64());
    }
}
