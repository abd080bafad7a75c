package org.acmconversation.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which notifications a person gets, and through which channels.
 *
 * @param channels where each kind is told
 */
public record NotificationPreferences(
        Map<Kind, Set<Channel>> channels, @Nullable QuietHours quietHours) {

    /** Whether a kind is on in a channel. */
    public boolean isOn(Kind kind, Channel channel) {
        return channels.getOrDefault(kind, Set.of()).contains(channel);
    }

    /** Returns the kinds that are on in a channel. */
    List<Kind> kinds(Channel channel) {
        return Arrays.stream(Kind.values()).filter(kind -> isOn(kind, channel)).toList();
    }
}
