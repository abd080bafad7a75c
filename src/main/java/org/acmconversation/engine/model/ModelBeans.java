package org.acmconversation.engine.model;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.function.SingletonSupplier;

/** The beans that models may use: delegates and listeners by their type, others by name. */
public class ModelBeans implements AllowedBeans {

    /** Beans whose methods models may call. */
    private static final Set<String> CALLABLE = Set.of("reminders", "workdays");

    private static final List<Class<?>> RUN_BY_THE_ENGINE =
            List.of(JavaDelegate.class, ExecutionListener.class, TaskListener.class);

    private static final String OURS = "org.acmconversation.";

    private final ListableBeanFactory beanFactory;

    /** Lazy, since many of these beans need the engine. */
    private final SingletonSupplier<Set<String>> delegates = SingletonSupplier.of(this::findDelegates);

    public ModelBeans(ListableBeanFactory beanFactory) {
        this.beanFactory = beanFactory;
    }

    @Override
    public Set<String> delegates() {
        return delegates.obtain();
    }

    @Override
    public Set<String> callable() {
        return CALLABLE;
    }

    Object get(String name) {
        return beanFactory.getBean(name);
    }

    @Override
    public boolean isForbidden(String name) {
        return !contains(name) && beanFactory.containsBean(name);
    }

    /** Whether models may call this method of this bean. */
    boolean canCall(Object bean, String method) {
        return CALLABLE.stream()
                .anyMatch(name -> beanFactory.containsBean(name)
                        && beanFactory.getBean(name) == bean
                        && declares(bean.getClass(), method));
    }

    @Override
    public boolean canCall(String name, String method) {
        return CALLABLE.contains(name) && beanFactory.containsBean(name) && declares(beanFactory.getType(name), method);
    }

    private static boolean declares(Class<?> type, String method) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(declared -> Modifier.isPublic(declared.getModifiers())
                        && declared.getName().equals(method));
    }

    private Set<String> findDelegates() {
        Set<String> names = new HashSet<>();
        for (Class<?> type : RUN_BY_THE_ENGINE) {
            for (String name : beanFactory.getBeanNamesForType(type, true, false)) {
                Class<?> beanType = beanFactory.getType(name);
                if (beanType != null && beanType.getName().startsWith(OURS)) {
                    names.add(name);
                }
            }
        }
        return Set.copyOf(names);
    }
}
