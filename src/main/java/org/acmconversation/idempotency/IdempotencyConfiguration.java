package org.acmconversation.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Parameter;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerMapping;

/** Puts {@link IdempotentRequests} around the methods that are {@link Idempotent}. */
@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {

    /** Advisors are created before other beans, so the rest is looked up when the first request arrives. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor idempotencyAdvisor(ObjectProvider<IdempotentRequests> requests) {
        return new DefaultPointcutAdvisor(
                new AnnotationMatchingPointcut(RestController.class, Idempotent.class),
                (MethodInterceptor) call -> handle(requests.getObject(), (ProxyMethodInvocation) call));
    }

    private static ResponseEntity<?> handle(IdempotentRequests requests, ProxyMethodInvocation call) {
        // Clone the invocation for each attempt: it can proceed only once, and the transaction is retried after a
        // conflict.
        Supplier<ResponseEntity<?>> handler = () -> proceed(call.invocableClone());
        HttpServletRequest request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        List<String> keys = Collections.list(request.getHeaders(IdempotencyKey.HEADER));
        if (keys.isEmpty()) {
            return requests.handle(handler);
        }
        var key = IdempotencyKey.of(String.join(",", keys));
        return requests.handleOnce(key, content(call, request), request.getRequestURI(), subject(request), handler);
    }

    private static ResponseEntity<?> proceed(MethodInvocation call) {
        try {
            return (ResponseEntity<?>) call.proceed();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new UndeclaredThrowableException(e);
        }
    }

    /** The parts that identify a request. */
    private static Object content(MethodInvocation call, HttpServletRequest request) {
        Parameter[] parameters = call.getMethod().getParameters();
        Object body = IntStream.range(0, parameters.length)
                .filter(i -> parameters[i].isAnnotationPresent(RequestBody.class))
                .mapToObj(i -> call.getArguments()[i])
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(call.getMethod() + " must have the request's body"));
        return parameters.length == 1 ? body : List.of(request.getRequestURI(), request.getRemoteUser(), body);
    }

    /** The subject of the request: the first id in its path. */
    private static @Nullable String subject(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? variables.values().stream().map(String::valueOf).findFirst().orElse(null)
                : null;
    }
}
