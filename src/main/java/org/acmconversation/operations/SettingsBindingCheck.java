package org.acmconversation.operations;

import com.zaxxer.hikari.HikariConfig;
import java.util.Map;
import org.acmconversation.setting.UnquotedTimes;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.flyway.FlywayProperties;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.autoconfigure.jdbc.JdbcProperties;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.boot.autoconfigure.transaction.TransactionProperties;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.env.Environment;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Binds all our settings once, so that an invalid value is refused before anything connects. The records validate their
 * values. A record is bound only if the conditions of its bean apply.
 */
class SettingsBindingCheck implements SettingsCheck {

    private static final String OURS = "org.acmconversation";

    /** Reading only these files takes milliseconds; a test requires that their names end in Properties. */
    static final String RECORDS = "**/*Properties.class";

    /**
     * Settings of Spring Boot that would otherwise be bound while connecting to the database, or after its migration.
     */
    private static final Map<String, Class<?>> OF_SPRING = Map.of(
            "spring.datasource",
            DataSourceProperties.class,
            "spring.datasource.hikari",
            HikariConfig.class,
            "spring.flyway",
            FlywayProperties.class,
            "spring.jdbc",
            JdbcProperties.class,
            "spring.mail",
            MailProperties.class,
            "spring.transaction",
            TransactionProperties.class);

    @Override
    public void check(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        var conversions = new ApplicationConversionService();
        conversions.addConverter(new UnquotedTimes());
        var settings = new Binder(
                ConfigurationPropertySources.get(environment),
                new PropertySourcesPlaceholdersResolver(environment),
                conversions);
        var records = new ClassPathScanningCandidateComponentProvider(false, context.getEnvironment());
        records.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        records.setResourcePattern(RECORDS);
        for (BeanDefinition found : records.findCandidateComponents(OURS)) {
            Class<?> type = ClassUtils.resolveClassName(found.getBeanClassName(), context.getClassLoader());
            String prefix = AnnotationUtils.findAnnotation(type, ConfigurationProperties.class)
                    .prefix();
            settings.bindOrCreate(prefix, Bindable.of(type));
        }
        OF_SPRING.forEach((prefix, type) -> settings.bindOrCreate(prefix, Bindable.of(type)));
    }
}
