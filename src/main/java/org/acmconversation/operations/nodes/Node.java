package org.acmconversation.operations.nodes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One of the nodes that share a database.
 *
 * @param id unique for each start
 * @param address host and port, for display
 * @param version version of the application, which may differ
 * @param heartbeat heartbeat interval
 * @param settings settings that must be the same on all nodes, by name
 */
record Node(UUID id, String address, String version, Duration heartbeat, Map<String, String> settings) {

    private static final int MISSED = 4;

    /** Returns the time without a heartbeat after which the node counts as gone. */
    Duration life() {
        return heartbeat.multipliedBy(MISSED);
    }

    /** Returns the names of settings that both nodes know and that differ. A newer version may know more settings. */
    List<String> differences(Node other) {
        List<String> names = new ArrayList<>();
        settings.forEach((name, value) -> {
            if (!other.settings.getOrDefault(name, value).equals(value)) {
                names.add(name);
            }
        });
        return names;
    }

    /** Returns the message with the differences and what to do. */
    String tell(Node other, Set<String> names) {
        List<String> each = names.stream()
                .map(name -> "%s is %s on this node and %s on the other"
                        .formatted(name, settings.get(name), other.settings.get(name)))
                .toList();
        return ("Node %s (version %s) uses the same database with different settings: %s. Set the same on both, or"
                        + " stop that node (after a kill it counts for another %d s). To change the settings node by"
                        + " node, start the changed ones with acm.nodes.may-differ=%s")
                .formatted(
                        other.address,
                        other.version,
                        String.join("; ", each),
                        other.life().toSeconds(),
                        String.join(",", names));
    }
}
