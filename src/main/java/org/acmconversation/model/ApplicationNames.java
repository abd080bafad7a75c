package org.acmconversation.model;

import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acmconversation.engine.model.AllowedBeans;
import org.acmconversation.engine.model.DelegateKind;
import org.acmconversation.model.ConversationModel.CandidateGroup;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.stereotype.Component;

/** Looks up the names that models may refer to in the running application. */
@Component
class ApplicationNames {

    private final ListableBeanFactory beanFactory;
    private final ObjectProvider<KnownOutcomes> outcomes;

    ApplicationNames(ListableBeanFactory beanFactory, ObjectProvider<KnownOutcomes> outcomes) {
        this.beanFactory = beanFactory;
        this.outcomes = outcomes;
    }

    KnownNames known(AllowedBeans beans) {
        return new KnownNames(
                ofKind(beans, DelegateKind.SERVICE_TASK),
                ofKind(beans, DelegateKind.REMOTE_SERVICE_TASK),
                ofKind(beans, DelegateKind.EXECUTION_LISTENER),
                ofKind(beans, DelegateKind.TASK_LISTENER),
                beans.callable().stream().collect(Collectors.toMap(name -> name, this::methods)),
                Set.copyOf(CandidateGroup.ALL),
                outcomes.getObject().outcomes(),
                DocumentedVariables.types(),
                variables(beans, DelegateVariables::reads),
                variables(beans, DelegateVariables::writes));
    }

    private Map<String, Set<String>> variables(AllowedBeans beans, Function<DelegateVariables, String[]> which) {
        return beans.delegates().stream()
                .collect(Collectors.toMap(name -> name, name -> variables(beanFactory.getType(name), which)));
    }

    static Set<String> variables(Class<?> bean, Function<DelegateVariables, String[]> which) {
        return Optional.ofNullable(AnnotationUtils.findAnnotation(bean, DelegateVariables.class))
                .map(annotation -> Set.of(which.apply(annotation)))
                .orElse(Set.of());
    }

    private Set<String> ofKind(AllowedBeans beans, DelegateKind kind) {
        return beans.delegates().stream()
                .filter(name -> beanFactory.isTypeMatch(name, kind.type()))
                .collect(Collectors.toSet());
    }

    private Set<String> methods(String bean) {
        return Stream.of(beanFactory.getType(bean).getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(method -> method.getName())
                .collect(Collectors.toSet());
    }
}
