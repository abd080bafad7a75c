package org.acmconversation.scenario.process;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.TargetSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.TypeConverter;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/**
 * The beans of the modules that take part in scenarios. Their dependencies on other modules, such as those for pages,
 * are replaced with stand-ins that fail when called.
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
            Class<?> type = dependency.getDependencyType();
            if (type.getName().startsWith(OURS)) {
                return unusable(type);
            }
            throw missing;
        }
    }

    private static Object unusable(Class<?> type) {
        var stand = new ProxyFactory();
        stand.setTargetSource(new Missing(type));
        if (type.isInterface()) {
            stand.addInterface(type);
        } else {
            stand.setProxyTargetClass(true);
        }
        return stand.getProxy(type.getClassLoader());
    }

    private record Missing(Class<?> type) implements TargetSource {

        @Override
        public Class<?> getTargetClass() {
            return type;
        }

        @Override
        public Object getTarget() {
            throw new UnsupportedOperationException(
                    "%s takes no part in scenarios: add its module to ScratchContext".formatted(type.getName()));
        }
    }
}
