package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.acmconversation.AcmConversationApplication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** springdoc names schemas by the classes' simple names, and two of the same name would become one. */
class ApiSchemaNamesTest {

    private final Map<String, Set<Class<?>>> records = new TreeMap<>();

    @Test
    void everyRecordOfTheApiHasItsOwnSchema() {
        var controllers = new ClassPathScanningCandidateComponentProvider(false);
        controllers.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        for (BeanDefinition found :
                controllers.findCandidateComponents(AcmConversationApplication.class.getPackageName())) {
            for (Method handler :
                    ClassUtils.resolveClassName(found.getBeanClassName(), null).getDeclaredMethods()) {
                collect(handler.getGenericReturnType());
                Arrays.stream(handler.getParameters())
                        .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                        .forEach(parameter -> collect(parameter.getParameterizedType()));
            }
        }

        assertThat(records)
                .hasSizeGreaterThan(40)
                .allSatisfy((name, types) -> assertThat(types).as(name).hasSize(1));
    }

    private void collect(Type type) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(this::collect);
        } else if (type instanceof Class<?> model
                && model.isRecord()
                && records.computeIfAbsent(name(model), name -> new HashSet<>()).add(model)) {
            for (RecordComponent component : model.getRecordComponents()) {
                collect(component.getGenericType());
            }
        }
    }

    private static String name(Class<?> model) {
        Schema schema = model.getAnnotation(Schema.class);
        return schema == null || schema.name().isEmpty() ? model.getSimpleName() : schema.name();
    }
}
