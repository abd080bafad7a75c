package org.acmconversation.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.coyote.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Aborts the connection if something fails after the status has been sent. Otherwise a client would mistake a truncated
 * response for a success.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AbortedResponses implements HandlerExceptionResolver {

    /** The response is incomplete; Tomcat closes the connection and logs the cause. */
    private static class BrokenOffException extends RuntimeException {

        BrokenOffException(HttpServletRequest request, Exception cause) {
            super("The response to %s was aborted".formatted(LoggedRequest.of(request)), cause);
        }
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        if (response.isCommitted() && !isAnswered(failure)) {
            throw new BrokenOffException(request, failure);
        }
        return null;
    }

    /** Tomcat responds to a body that it cannot parse, and a client that has disconnected needs no response. */
    private static boolean isAnswered(Exception failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof BadRequestException
                || DisconnectedClientHelper.isClientDisconnectedException(failure);
    }
}
