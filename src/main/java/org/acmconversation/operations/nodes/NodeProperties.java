package org.acmconversation.operations.nodes;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.acmconversation.setting.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The nodes that share one database.
 *
 * @param heartbeat how often a node reports that it is alive; its registration expires after four times as long
 * @param mayDiffer settings that may differ from those of the other nodes, while they are being changed node by node
 */
@ConfigurationProperties("acm.nodes")
record NodeProperties(
        @DefaultValue("5s") Duration heartbeat,
        @DefaultValue Set<String> mayDiffer) {

    NodeProperties {
        Setting.require("acm.nodes.heartbeat", heartbeat, Duration.ofSeconds(1), Duration.ofMinutes(1));
        Set<String> unknown = new TreeSet<>(mayDiffer);
        unknown.removeAll(AgreedSetting.names());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("acm.nodes.may-differ names %s: use some of %s, or omit it"
                    .formatted(String.join(", ", unknown), String.join(", ", AgreedSetting.names())));
        }
    }
}
