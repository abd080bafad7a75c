package org.acmconversation.webpage;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * The forms that can be shown again after a login: those whose handler has a parameter
 * {@code @ModelAttribute("resumed")}. Every other handler would carry out what was submitted, unseen.
 */
@Component
public class ResumableForms {

    private final ObjectProvider<RequestMappingHandlerMapping> handlers;

    /** Lazy, because the filter chains are created first. */
    ResumableForms(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers) {
        this.handlers = handlers;
    }

    /**
     * Returns whether a form that was submitted to a URL can be shown again there.
     *
     * @param path the URL's path below the context path
     */
    public boolean contains(String path) {
        PathContainer sent = PathContainer.parsePath(path);
        return handlers.getObject().getHandlerMethods().entrySet().stream()
                .filter(mapping -> isForm(mapping.getKey(), mapping.getValue()))
                .flatMap(mapping -> patterns(mapping.getKey())
                        .filter(pattern -> pattern.matches(sent))
                        .map(pattern -> Map.entry(pattern, mapping.getValue())))
                // The most specific pattern is the one that Spring dispatches to.
                .min(Map.Entry.comparingByKey())
                .filter(mapping -> canResume(mapping.getValue()))
                .isPresent();
    }

    private static boolean isForm(RequestMappingInfo mapping, HandlerMethod handler) {
        return mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST)
                && handler.getBeanType().isAnnotationPresent(Page.class);
    }

    private static Stream<PathPattern> patterns(RequestMappingInfo mapping) {
        var paths = mapping.getPathPatternsCondition();
        return paths == null ? Stream.empty() : paths.getPatterns().stream();
    }

    private static boolean canResume(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(ResumableForms::isResumed);
    }

    private static boolean isResumed(MethodParameter parameter) {
        ModelAttribute attribute = parameter.getParameterAnnotation(ModelAttribute.class);
        return attribute != null && attribute.value().equals(PageLayout.RESUMED);
    }
}
