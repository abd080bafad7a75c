package org.acmconversation.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acmconversation.engagement.Outcome;
import org.acmconversation.engine.model.RemoteDelegate;
import org.acmconversation.model.ConversationModel.CandidateGroup;
import org.acmconversation.tasklist.process.Reminders;
import org.acmconversation.tasklist.process.Workdays;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Loads the models in {@code processes/} and the known names without starting the application. */
class Models {

    private static final Path FOLDER = Path.of("processes");

    private static final Pattern MODEL = Pattern.compile(".*\\.(bpmn|dmn|form)");

    private Models() {}

    static Map<String, byte[]> contents() {
        try (Stream<Path> paths = Files.walk(FOLDER)) {
            Map<String, byte[]> contents = new TreeMap<>();
            for (Path path : paths.filter(path -> MODEL.matcher(path.toString()).matches())
                    .toList()) {
                contents.put(FOLDER.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static KnownNames knownNames() {
        return new KnownNames(
                beans(JavaDelegate.class).keySet(),
                beans(RemoteDelegate.class).keySet(),
                beans(ExecutionListener.class).keySet(),
                beans(TaskListener.class).keySet(),
                Map.of("reminders", methods(Reminders.class), "workdays", methods(Workdays.class)),
                Set.copyOf(CandidateGroup.ALL),
                Stream.of(Outcome.values()).map(Enum::name).collect(Collectors.toSet()),
                DocumentedVariables.types(),
                variables(DelegateVariables::reads),
                variables(DelegateVariables::writes));
    }

    private static Map<String, Set<String>> variables(Function<DelegateVariables, String[]> which) {
        Map<String, Set<String>> variables = new TreeMap<>();
        Stream.of(JavaDelegate.class, ExecutionListener.class, TaskListener.class)
                .forEach(type -> beans(type)
                        .forEach((name, bean) -> variables.put(name, ApplicationNames.variables(bean, which))));
        return variables;
    }

    private static Set<String> methods(Class<?> bean) {
        return Stream.of(bean.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .collect(Collectors.toSet());
    }

    private static Map<String, Class<?>> beans(Class<?> type) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(type));
        var registry = new SimpleBeanDefinitionRegistry();
        Map<String, Class<?>> beans = new TreeMap<>();
        scanner.findCandidateComponents("org.acmconversation")
                .forEach(bean -> beans.put(
                        AnnotationBeanNameGenerator.INSTANCE.generateBeanName(bean, registry),
                        ClassUtils.resolveClassName(bean.getBeanClassName(), null)));
        return beans;
    }
}
