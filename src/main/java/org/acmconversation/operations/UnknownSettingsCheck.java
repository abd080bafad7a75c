package org.acmconversation.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Rejects unknown names of settings, such as {@code acm.ftop.adaptor}, before anything connects. Known names come from
 * Spring's configuration metadata. Environment variables and system properties may have other names, too
 * ({@code ACM_DB_PASSWORD} in a placeholder), so of these only names in a known group are rejected.
 */
class UnknownSettingsCheck implements SettingsCheck {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("acm");

    private static final Set<String> SHARED_WITH_OTHERS = Set.of(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);

    @Override
    public void check(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        Set<String> unknown = unknown(environment, known());
        if (!unknown.isEmpty()) {
            throw new IllegalStateException(
                    "There is no setting %s: correct its name or remove it; see docs/settings.md"
                            .formatted(String.join(", ", unknown)));
        }
    }

    static Set<String> unknown(ConfigurableEnvironment environment, Set<ConfigurationPropertyName> known) {
        Set<ConfigurationPropertyName> groups =
                known.stream().map(name -> name.chop(2)).collect(Collectors.toSet());
        Set<String> unknown = new TreeSet<>();
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource names) {
                boolean isShared = source.getUnderlyingSource() instanceof PropertySource<?> properties
                        && SHARED_WITH_OTHERS.contains(properties.getName());
                names.stream()
                        .filter(OURS::isAncestorOf)
                        .filter(name -> !isShared || groups.contains(name.chop(2)))
                        .filter(name -> known.stream().noneMatch(setting -> reads(setting, name)))
                        .forEach(name -> unknown.add(name.toString()));
            }
        }
        return unknown;
    }

    /** Whether a setting has this name or holds it as an element. An environment variable may have dots for dashes. */
    private static boolean reads(ConfigurationPropertyName setting, ConfigurationPropertyName name) {
        return setting.equals(name)
                || setting.isAncestorOf(name)
                || plain(setting).equals(plain(name));
    }

    private static String plain(ConfigurationPropertyName name) {
        return name.toString().replace("-", "").replace(".", "");
    }

    static Set<ConfigurationPropertyName> known() {
        var json = new ObjectMapper();
        try {
            Set<ConfigurationPropertyName> known = new HashSet<>();
            for (URL metadata :
                    Collections.list(UnknownSettingsCheck.class.getClassLoader().getResources(METADATA))) {
                try (InputStream content = metadata.openStream()) {
                    for (JsonNode property : json.readTree(content).path("properties")) {
                        ConfigurationPropertyName name = ConfigurationPropertyName.of(
                                property.path("name").asText());
                        if (OURS.isAncestorOf(name)) {
                            known.add(name);
                        }
                    }
                }
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException("The configuration metadata cannot be read", e);
        }
    }
}
