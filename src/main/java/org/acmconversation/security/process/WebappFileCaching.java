package org.acmconversation.security.process;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Lets browsers cache the files of the web applications. Camunda's files have the version in their URL and never
 * change. Ours are served under the same version, so browsers revalidate them, and files without a version. Pages and
 * data are never cached. Runs after Spring Security, so that a redirect to the login is not cached.
 */
class WebappFileCaching extends ShallowEtagHeaderFilter {

    private static final Pattern FILES = Pattern.compile("/camunda/((lib|assets)/.+|favicon\\.ico"
            + "|app/[^/]+/.+\\.(js|css|json)|api/[^/]+/plugin/[^/]+/static/.+)");
    private static final Pattern OURS = Pattern.compile("/camunda/app/([^/]+/(scripts|styles|locales)|patches)/.+");
    private static final Pattern VERSION = Pattern.compile("bust=\\d+\\.\\d+\\.\\d+");

    private static final String FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable().getHeaderValue();
    private static final String REVALIDATE =
            CacheControl.noCache().cachePrivate().getHeaderValue();
    private static final String NEVER = CacheControl.noStore().getHeaderValue();

    WebappFileCaching() {
        // A weak ETag: Tomcat does not compress responses with a strong one.
        setWriteWeakETag(true);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET")
                || !FILES.matcher(request.getRequestURI()).matches();
    }

    /** Spring Security disables caching only if the header is not set yet. */
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (hasVersion(request)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_GOOD);
            chain.doFilter(request, new UncachedFailures(response));
        } else {
            response.setHeader(HttpHeaders.CACHE_CONTROL, REVALIDATE);
            super.doFilterInternal(request, response, chain);
        }
    }

    private static boolean hasVersion(HttpServletRequest request) {
        String query = request.getQueryString();
        return query != null
                && VERSION.matcher(query).matches()
                && !OURS.matcher(request.getRequestURI()).matches();
    }

    private static class UncachedFailures extends HttpServletResponseWrapper {

        UncachedFailures(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setStatus(int status) {
            forbidCachingOf(status);
            super.setStatus(status);
        }

        @Override
        public void sendError(int status) throws IOException {
            forbidCachingOf(status);
            super.sendError(status);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            forbidCachingOf(status);
            super.sendError(status, message);
        }

        private void forbidCachingOf(int status) {
            if (status >= HttpServletResponse.SC_BAD_REQUEST) {
                setHeader(HttpHeaders.CACHE_CONTROL, NEVER);
            }
        }
    }
}
