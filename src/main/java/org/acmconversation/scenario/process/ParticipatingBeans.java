package org.acmconversation.scenario.process;

import java.lang.reflect.Proxy;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeConverter;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/**
 * The beans of the modules that take part in scenarios. A port that another module implements, such as for what a page
 * shows, is there but cannot be used.
 */
class ParticipatingBeans extends DefaultListableBeanFactory {

    private static final String OURS = "org.acmconversation.";

    @Override
    public @Nullable Object resolveDependency(
            DependencyDescriptor dependency,
            @Nullable String requestingBeanName,
            @Nullable Set<String> autowiredBeanNames,
            @Nullable TypeConverter typeConverter) {
        try {
            return super.resolveDependency(dependency, requestingBeanName, autowiredBeanNames, typeConverter);
        } catch (NoSuchBeanDefinitionException missing) {
            Class<?> port = dependency.getDependencyType();
            if (port.isInterface() && port.getName().startsWith(OURS)) {
                return unusable(port);
            }
            throw missing;
        }
    }

    private static Object unusable(Class<?> port) {
        return Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
            throw new UnsupportedOperationException(
                    "%s takes no part in scenarios: add its module to ScratchContext".formatted(port.getName()));
        });
    }
}
