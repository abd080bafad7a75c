package org.acmconversation.operations.nodes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One node of those over a database.
 *
 * @param id another one with each start
 * @param address host and port, for people
 * @param version the application's, which may differ
 * @param heartbeat how often it writes that it is there
 * @param settings those that have to be the same on all nodes, by name
 */
record Node(UUID id, String address, String version, Duration heartbeat, Map<String, String> settings) {

    private static final int MISSED = 4;

    /** After how long without a heartbeat it counts no more. */
    Duration life() {
        return heartbeat.multipliedBy(MISSED);
    }

    /** Names of settings that both know, and that are not the same. A newer version may know more of them. */
    List<String> differences(Node other) {
        List<String> names = new ArrayList<>();
        settings.forEach((name, value) -> {
            if (!other.settings.getOrDefault(name, value).equals(value)) {
                names.add(name);
            }
        });
        return names;
    }

    /** What to do about it. */
    String tell(Node other, Set<String> names) {
        List<String> each = names.stream()
                .map(name -> "%s is %s on this node and %s on the other"
                        .formatted(name, settings.get(name), other.settings.get(name)))
                .toList();
        return ("Node %s (version %s) works over the same database with other settings: %s. Write the same on both, or"
                        + " stop that node, which counts for %d s after it was killed. To change them on one node after"
                        + " the other, start the changed ones with acm.nodes.may-differ=%s")
                .formatted(
                        other.address,
                        other.version,
                        String.join("; ", each),
                        other.life().toSeconds(),
                        String.join(",", names));
    }
}
