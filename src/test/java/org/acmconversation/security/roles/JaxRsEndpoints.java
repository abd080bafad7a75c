package org.acmconversation.security.roles;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Finds all endpoints of JAX-RS resources, including those of subresources. */
class JaxRsEndpoints {

    private final SortedSet<Endpoint> found = new TreeSet<>();
    private final Set<String> visited = new HashSet<>();

    /** @param root path where the resources are mounted */
    static SortedSet<Endpoint> of(String root, Iterable<Class<?>> resources) {
        var endpoints = new JaxRsEndpoints();
        for (Class<?> resource : resources) {
            Path path = resource.getAnnotation(Path.class);
            if (path != null) {
                endpoints.visit(resource, root + "/" + path.value());
            }
        }
        return endpoints.found;
    }

    private void visit(Class<?> resource, String path) {
        if (!visited.add(resource.getName() + " " + Endpoint.of("", path).path())) {
            return;
        }
        for (Method method : resource.getMethods()) {
            String below = annotation(method, Path.class)
                    .map(part -> path + "/" + part.value())
                    .orElse(path);
            Optional<HttpMethod> http = httpMethod(method);
            if (http.isPresent()) {
                found.add(Endpoint.of(http.get().value(), below.replace("{engineName}", "default")));
            } else if (annotation(method, Path.class).isPresent()) {
                visit(method.getReturnType(), below.replace("/{name}", "/default"));
            }
        }
    }

    private static Optional<HttpMethod> httpMethod(Method method) {
        return declarations(method)
                .flatMap(declared -> Arrays.stream(declared.getAnnotations()))
                .map(found -> found.annotationType().getAnnotation(HttpMethod.class))
                .filter(http -> http != null)
                .findFirst();
    }

    private static <A extends Annotation> Optional<A> annotation(Method method, Class<A> type) {
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(method, type));
    }

    /** The method and the interface methods that it implements, which have the annotations. */
    private static Stream<Method> declarations(Method method) {
        return Stream.concat(
                Stream.of(method), supertypes(method.getDeclaringClass()).flatMap(type -> {
                    try {
                        return Stream.of(type.getMethod(method.getName(), method.getParameterTypes()));
                    } catch (NoSuchMethodException e) {
                        return Stream.empty();
                    }
                }));
    }

    private static Stream<Class<?>> supertypes(Class<?> type) {
        Stream<Class<?>> direct = Stream.concat(
                Arrays.stream(type.getInterfaces()),
                type.getSuperclass() == null ? Stream.empty() : Stream.of(type.getSuperclass()));
        return direct.flatMap(one -> Stream.concat(Stream.of(one), supertypes(one)));
    }
}
