package org.acmconversation.operations;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Binds and validates our settings before anything connects. Otherwise an invalid one would be found when the first
 * bean needs it, after the database has been migrated.
 */
@Component
class ValidSettings implements BeanFactoryPostProcessor, Ordered {

    private static final String OURS = "org.acmconversation.";

    /** Before other post-processors are even made. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        for (String name : beans.getBeanDefinitionNames()) {
            String type = beans.getBeanDefinition(name).getBeanClassName();
            // Spring Boot's names of such beans: prefix and type.
            if (type != null && type.startsWith(OURS) && name.endsWith("-" + type)) {
                beans.getBean(name);
            }
        }
    }
}
