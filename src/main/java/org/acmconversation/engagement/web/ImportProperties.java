package org.acmconversation.engagement.web;

import jakarta.validation.constraints.NotNull;
import org.acmconversation.setting.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits and concurrency of the CSV import.
 *
 * @param maxFileSize maximum size of a file. A larger file is rejected with 413: before any row is imported, or after
 *     this many bytes if the request has no {@code Content-Length}
 * @param maxRowSize maximum size of a row; a larger row is rejected
 * @param parallel number of rows that this node imports concurrently, over all imports
 */
@Validated
@ConfigurationProperties("acm.import")
record ImportProperties(
        @NotNull @DefaultValue("256MB") DataSize maxFileSize,
        @NotNull @DefaultValue("64KB") DataSize maxRowSize,
        @DefaultValue("4") int parallel) {

    private static final int MAX_PARALLEL = 16;

    ImportProperties {
        if (maxFileSize.toBytes() < 1) {
            throw new IllegalArgumentException(
                    "acm.import.max-file-size is %s: use a size such as 256MB".formatted(maxFileSize));
        }
        Setting.require("acm.import.max-row-size", maxRowSize, DataSize.ofKilobytes(4), DataSize.ofMegabytes(16));
        Setting.require("acm.import.parallel", parallel, 1, MAX_PARALLEL);
    }
}
