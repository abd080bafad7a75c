package org.acmconversation.problem;

import jakarta.validation.constraints.NotNull;
import org.acmconversation.setting.Setting;
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

    private static final DataSize MIN = DataSize.ofBytes(1);
    private static final DataSize MAX = DataSize.ofMegabytes(64);

    ApiProperties {
        Setting.require("acm.api.max-body-size", maxBodySize, MIN, MAX);
        Setting.require("acm.api.max-engine-body-size", maxEngineBodySize, MIN, MAX);
    }
}
