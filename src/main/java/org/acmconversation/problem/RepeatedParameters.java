package org.acmconversation.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Rejects queries that repeat a parameter that has a single value. Spring would take the first value or join them, and
 * so answer another query.
 */
class RepeatedParameters implements HandlerInterceptor {

    private static final Set<String> READING = Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name());

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String query = request.getQueryString();
        if (READING.contains(request.getMethod())
                && query != null
                && query.contains("&")
                && handler instanceof HandlerMethod method) {
            check(request.getParameterMap(), singles(method.getMethod()));
        }
        return true;
    }

    private static void check(Map<String, String[]> parameters, Set<String> singles) {
        List<FieldError> errors = repeated(parameters).stream()
                .filter(singles::contains)
                .map(name -> new FieldError(name, "must be given only once"))
                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(errors);
        }
    }

    private static List<String> repeated(Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .filter(parameter -> parameter.getValue().length > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The names of the parameters that a method takes one value of. */
    private static Set<String> singles(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(RepeatedParameters::singles)
                .collect(Collectors.toSet());
    }

    private static Stream<String> singles(Parameter parameter) {
        if (parameter.getType().isRecord()) {
            return Arrays.stream(parameter.getType().getRecordComponents())
                    .filter(component -> isSingle(component.getType()))
                    .map(RecordComponent::getName);
        }
        RequestParam annotation = AnnotatedElementUtils.findMergedAnnotation(parameter, RequestParam.class);
        return annotation != null && isSingle(parameter.getType())
                ? Stream.of(annotation.name().isEmpty() ? parameter.getName() : annotation.name())
                : Stream.empty();
    }

    private static boolean isSingle(Class<?> type) {
        return !type.isArray() && !Collection.class.isAssignableFrom(type) && !Map.class.isAssignableFrom(type);
    }
}
