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
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acmconversation.engagement.Outcome;
import org.acmconversation.model.ConversationModel.CandidateGroup;
import org.acmconversation.tasklist.process.Reminders;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** The models as they lie in {@code processes/}, and what exists beside them, without starting the application. */
class Models {

    private static final Path FOLDER = Path.of("processes");

    private static final Pattern VARIABLE = Pattern.compile("(?m)^\\| `(\\w+)` \\|");

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
                beans(JavaDelegate.class, "org.acmconversation"),
                beans(JavaDelegate.class, "org.acmconversation.ftop"),
                beans(ExecutionListener.class, "org.acmconversation"),
                beans(TaskListener.class, "org.acmconversation"),
                Map.of("reminders", methods(Reminders.class)),
                Set.copyOf(CandidateGroup.ALL),
                Stream.of(Outcome.values()).map(Enum::name).collect(Collectors.toSet()),
                documentedVariables());
    }

    private static Set<String> methods(Class<?> bean) {
        return Stream.of(bean.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .collect(Collectors.toSet());
    }

    private static Set<String> beans(Class<?> type, String basePackage) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(type));
        var registry = new SimpleBeanDefinitionRegistry();
        return scanner.findCandidateComponents(basePackage).stream()
                .map(bean -> AnnotationBeanNameGenerator.INSTANCE.generateBeanName(bean, registry))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The first column of the table under the heading «Variables». */
    static Set<String> documentedVariables() {
        try {
            String readme = Files.readString(FOLDER.resolve("README.md"));
            String section = readme.substring(readme.indexOf("\n## Variables\n") + 1);
            int next = section.indexOf("\n## ");
            return VARIABLE.matcher(next < 0 ? section : section.substring(0, next))
                    .results()
                    .map((MatchResult row) -> row.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
