package org.acmconversation.operations;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Binds all our settings once, so that an invalid value is refused before anything connects. Their records check the
 * values; a condition of a record counts, as it does for its bean.
 */
class BoundSettings implements SettingsCheck {

    private static final String OURS = "org.acmconversation";

    /** Reading only these files takes milliseconds; a test holds the records to this name. */
    static final String RECORDS = "**/*Properties.class";

    @Override
    public void check(ConfigurableApplicationContext context) {
        Binder settings = Binder.get(context.getEnvironment());
        var records = new ClassPathScanningCandidateComponentProvider(false, context.getEnvironment());
        records.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        records.setResourcePattern(RECORDS);
        for (BeanDefinition found : records.findCandidateComponents(OURS)) {
            Class<?> type = ClassUtils.resolveClassName(found.getBeanClassName(), context.getClassLoader());
            String prefix = AnnotationUtils.findAnnotation(type, ConfigurationProperties.class)
                    .prefix();
            settings.bindOrCreate(prefix, Bindable.of(type));
        }
    }
}
