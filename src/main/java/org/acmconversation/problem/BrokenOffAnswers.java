package org.acmconversation.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.coyote.BadRequestException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Breaks the connection off when something goes wrong after the status was sent. A problem at the end of half an
 * answer, or an answer that ends there as if it were whole, would be taken for success.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BrokenOffAnswers implements HandlerExceptionResolver {

    /** The answer is not whole; Tomcat closes its connection and logs the cause. */
    private static class BrokenOffException extends RuntimeException {

        BrokenOffException(HttpServletRequest request, Exception cause) {
            super("The answer to %s %s broke off".formatted(request.getMethod(), request.getRequestURI()), cause);
        }
    }

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        if (response.isCommitted() && !isAnswered(failure)) {
            throw new BrokenOffException(request, failure);
        }
        return null;
    }

    /** Tomcat answers a body that it cannot read, and nobody is there for an answer where the client hung up. */
    private static boolean isAnswered(Exception failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof BadRequestException
                || DisconnectedClientHelper.isClientDisconnectedException(failure);
    }
}
