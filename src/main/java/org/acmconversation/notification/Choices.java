package org.acmconversation.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person is told, and where.
 *
 * @param channels where each kind is told
 */
public record Choices(
        Map<Kind, Set<Channel>> channels, @Nullable QuietHours quietHours) {

    /** Whether a kind is told somewhere. */
    public boolean isOn(Kind kind, Channel channel) {
        return channels.getOrDefault(kind, Set.of()).contains(channel);
    }

    /** The kinds that are told somewhere. */
    List<Kind> kinds(Channel channel) {
        return Arrays.stream(Kind.values()).filter(kind -> isOn(kind, channel)).toList();
    }
}
