package org.acmconversation.model;

import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acmconversation.engine.AllowedBeans;
import org.acmconversation.engine.DelegateKind;
import org.acmconversation.engine.DeploymentRules;
import org.acmconversation.engine.Objection;
import org.acmconversation.model.ConversationModel.CandidateGroup;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.stereotype.Component;

/**
 * Applies all model rules to a deployment. A deployment may contain only some of the files, so the rules see it merged
 * with the files in use. Findings count if they are in the deployment, or elsewhere because of it.
 */
@Component
class RulesForDeployments implements DeploymentRules {

    private final ListableBeanFactory beanFactory;
    private final ObjectProvider<KnownOutcomes> outcomes;

    RulesForDeployments(ListableBeanFactory beanFactory, ObjectProvider<KnownOutcomes> outcomes) {
        this.beanFactory = beanFactory;
        this.outcomes = outcomes;
    }

    @Override
    public List<Objection> check(Map<String, byte[]> deployment, Map<String, byte[]> running, AllowedBeans beans) {
        KnownNames known = knownNames(beans);
        Set<Finding> before = new HashSet<>(ModelRules.check(ModelFiles.read(running, known), known));
        return ModelRules.check(ModelFiles.read(deployment, running, known), known).stream()
                .filter(finding -> deployment.containsKey(finding.file()) || !before.contains(finding))
                .map(finding -> new Objection(finding.file(), finding.elementId(), finding.message(), false))
                .toList();
    }

    private KnownNames knownNames(AllowedBeans beans) {
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
