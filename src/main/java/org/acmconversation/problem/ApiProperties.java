package org.acmconversation.problem;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Size limits for requests.
 *
 * @param maxBodySize maximum size of a JSON body of {@code /api}; larger ones are rejected with 413
 * @param maxEngineBodySize maximum size of a body of the engine's REST API and the web applications, including
 *     deployments
 */
@Validated
@ConfigurationProperties("acm.api")
record ApiProperties(
        @NotNull @DefaultValue("64KB") DataSize maxBodySize,
        @NotNull @DefaultValue("4MB") DataSize maxEngineBodySize) {

    ApiProperties {
        check("max-body-size", maxBodySize);
        check("max-engine-body-size", maxEngineBodySize);
    }

    private static void check(String name, DataSize size) {
        if (size.toBytes() < 1 || size.toMegabytes() > 64) {
            throw new IllegalArgumentException("acm.api.%s is %s: use a size from 1B to 64MB".formatted(name, size));
        }
    }
}
