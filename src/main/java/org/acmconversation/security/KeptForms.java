package org.acmconversation.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.acmconversation.webpage.ResumableForms;
import org.acmconversation.webpage.ResumedForm;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * Preserves a form that is submitted after the session has expired: the login page carries its fields through the
 * login, and the form is shown again with them. The server stores nothing, because it does not know whose form it is.
 *
 * <p>Likewise, a form with the CSRF token of an earlier session is shown again instead of being refused.
 */
@Component
class KeptForms implements AuthenticationEntryPoint, AccessDeniedHandler {

    static final String PAGE = "/login/resume";

    /** Field of the login page: the URL to which the form was submitted. */
    static final String TARGET = "resume.path";

    /** Field of the login page: the page that contained the form. */
    static final String BACK = "resume.back";

    static final String FIELD = "resume.field.";

    /** Attribute of a failed login: the reason, a key of the login page's texts. */
    static final String REFUSED = "acm.refused";

    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();
    private final AccessDeniedHandler denied = new NotFoundAccessDeniedHandler(PageEndpoints.RULES);
    private final LoginRedirect toLogin = new LoginRedirect();
    private final LoginRequestCache requestCache;
    private final ResumableForms forms;

    KeptForms(LoginRequestCache requestCache, ResumableForms forms) {
        this.requestCache = requestCache;
        this.forms = forms;
    }

    /** Whether a browser submitted the request from a page. */
    static boolean isSentByPage(HttpServletRequest request) {
        return isForm(request) || isUpload(request);
    }

    /** Whether a browser submitted form fields. */
    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getMethod().equals("POST")
                && type != null
                && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                && NotFoundAccessDeniedHandler.acceptsPage(request);
    }

    /** Whether a browser uploaded a file, which must be chosen again. */
    private static boolean isUpload(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && request.getContentType() != null
                && request.getContentType().startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    /** Shows the login page with the fields of the form. */
    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, @Nullable AuthenticationException cause)
            throws IOException, ServletException {
        if (isUpload(request)) {
            requestCache.keepPageOf(request, response);
            toLogin.commence(request, response, cause);
            return;
        }
        request.getRequestDispatcher(PAGE).forward(request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException, ServletException {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        boolean isStale = cause instanceof CsrfException;
        if (isStale
                && request.getServletPath().equals(SecurityConfiguration.LOGIN_PAGE)
                && request.getParameter(TARGET) == null) {
            // The login page was opened before another login.
            response.sendRedirect(request.getContextPath() + SecurityConfiguration.LOGIN_PAGE + "?again");
        } else if (!isStale || !isForm(request) && !isUpload(request)) {
            denied.handle(request, response, cause);
        } else if (!trust.isAuthenticated(user)) {
            commence(request, response, null);
        } else if (isForm(request) && isShown(user, request.getServletPath())) {
            show(request, request.getServletPath(), response);
        } else {
            response.sendRedirect(back(request).orElse("/") + "?again");
        }
    }

    /** Returns the submitted fields, or those that the login page already carries. */
    static HttpServletRequest form(HttpServletRequest request) {
        return request.getParameter(TARGET) == null ? request : new CarriedForm(request);
    }

    /** Returns the path of the page that a request came from, if it is one of ours. */
    static Optional<String> back(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.REFERER)).flatMap(KeptForms::path);
    }

    private static Optional<String> path(String address) {
        try {
            return Optional.ofNullable(new URI(address).getRawPath()).filter(KeptForms::isPlain);
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Continues with the form that the login page carried, if any.
     *
     * @return whether the response is complete
     */
    boolean resume(HttpServletRequest request, HttpServletResponse response, Authentication user)
            throws IOException, ServletException {
        String path = request.getParameter(TARGET);
        if (path == null) {
            return false;
        }
        if (isShown(user, path)) {
            show(new CarriedForm(request), path, response);
        } else {
            String back = request.getParameter(BACK);
            boolean mayOpen = back != null && PageEndpoints.RULES.allow(user, "GET", back);
            response.sendRedirect(mayOpen ? back + "?again" : "/");
        }
        return true;
    }

    private boolean isShown(Authentication user, String path) {
        return canShow(path) && PageEndpoints.RULES.allow(user, "POST", path);
    }

    /** Whether the handler of a form can show it again. */
    boolean canShow(String path) {
        return isPlain(path) && forms.contains(path);
    }

    /** Whether a path has no dots, parameters or escapes, with which it would be dispatched to another handler. */
    static boolean isPlain(String path) {
        return path.matches("/[\\w-]+(/[\\w-]+)*");
    }

    private static void show(HttpServletRequest form, String path, HttpServletResponse response)
            throws IOException, ServletException {
        form.setAttribute(ResumedForm.ATTRIBUTE, true);
        RequestDispatcher dispatcher = form.getRequestDispatcher(path);
        dispatcher.forward(form, response);
    }

    /** The login request, with the fields that it carried. */
    private static class CarriedForm extends HttpServletRequestWrapper {

        private final Map<String, String[]> fields = new LinkedHashMap<>();

        CarriedForm(HttpServletRequest login) {
            super(login);
            login.getParameterMap().forEach((name, values) -> {
                if (name.startsWith(FIELD)) {
                    fields.put(name.substring(FIELD.length()), values);
                }
            });
        }

        @Override
        public DispatcherType getDispatcherType() {
            return DispatcherType.FORWARD;
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = fields.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return fields.get(name);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(fields);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(fields.keySet());
        }
    }
}
