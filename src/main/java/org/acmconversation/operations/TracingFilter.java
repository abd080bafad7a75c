package org.acmconversation.operations;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Excludes the tracing auto-configurations if tracing is disabled. Spring Boot alone would only stop exporting, but
 * still create a span for each request and keep a thread.
 */
public class TracingFilter implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final String TRACING = "org.springframework.boot.actuate.autoconfigure.tracing.";
    private static final String OPENTELEMETRY = "OpenTelemetry";

    private boolean wanted;

    @Override
    public void setEnvironment(Environment environment) {
        wanted = environment.getProperty(Traces.ENABLED, Boolean.class, false);
    }

    @Override
    public boolean[] match(String[] candidates, AutoConfigurationMetadata metadata) {
        var kept = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            kept[i] = wanted || !isAboutTraces(candidates[i]);
        }
        return kept;
    }

    private static boolean isAboutTraces(String candidate) {
        return candidate != null && (candidate.startsWith(TRACING) || candidate.contains(OPENTELEMETRY));
    }
}
