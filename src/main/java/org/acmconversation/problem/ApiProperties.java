package org.acmconversation.problem;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the API.
 *
 * @param maxBodySize largest JSON body that is read; a larger one is answered with 413
 */
@Validated
@ConfigurationProperties("acm.api")
record ApiProperties(@NotNull @DefaultValue("64KB") DataSize maxBodySize) {

    ApiProperties {
        if (maxBodySize.toBytes() < 1 || maxBodySize.toMegabytes() > 64) {
            throw new IllegalArgumentException(
                    "acm.api.max-body-size is %s: write a size from 1B to 64MB".formatted(maxBodySize));
        }
    }
}
