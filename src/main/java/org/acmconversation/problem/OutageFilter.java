package org.acmconversation.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Responds with 503 if an outage prevents a request from reaching a controller: sessions, logins and permissions need
 * the database, too. Runs before the session filter.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public class OutageFilter extends OncePerRequestFilter {

    private static final Pattern API = Pattern.compile("/(api|engine-rest|camunda/api)(/|$)");

    private final ObjectMapper json;
    private final byte[] page;

    OutageFilter(ObjectMapper json) throws IOException {
        this.json = json;
        this.page = new ClassPathResource("templates/error/503.html").getContentAsByteArray();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            if (response.isCommitted() || !Outage.isCauseOf(e)) {
                throw e;
            }
            Outage.log(e, LoggedRequest.of(request));
            answer(request, response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.reset();
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER_SECONDS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        boolean isPage = wantsPage(request);
        response.setContentType(
                isPage
                        ? MediaType.TEXT_HTML_VALUE + ";charset=" + StandardCharsets.UTF_8
                        : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(isPage ? page : json.writeValueAsBytes(Outage.members()));
    }

    /** Whether to respond with a page. APIs respond with a problem document, whatever the client accepts. */
    public static boolean wantsPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE) && !isOfAnApi(request.getRequestURI());
    }

    static boolean isOfAnApi(String path) {
        return API.matcher(path).lookingAt();
    }
}
