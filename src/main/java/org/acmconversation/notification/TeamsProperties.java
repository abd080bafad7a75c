package org.acmconversation.notification;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.acmconversation.outbound.ServerAddress;
import org.acmconversation.security.Role;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Channels of Microsoft Teams.
 *
 * @param channels addresses of Workflows webhooks by role, such as {@code fasttrack-engineer}; whoever has an address
 *     can post to the channel
 * @param answerTimeout timeout for the response, including the connection
 */
@ConfigurationProperties("acm.notifications.teams")
record TeamsProperties(
        @DefaultValue Map<String, URI> channels,
        @DefaultValue("10s") Duration answerTimeout) {

    TeamsProperties {
        List<String> roles = Arrays.stream(Role.values()).map(Role::group).toList();
        channels.forEach((role, address) -> {
            require(roles.contains(role), "channels." + role, "use a role, one of " + String.join(", ", roles));
            require(
                    address.getHost() != null && ServerAddress.isConfidential(address),
                    "channels." + role,
                    "use the https address of a Workflows webhook");
        });
        require(
                answerTimeout.toMillis() >= 100 && answerTimeout.toMinutes() < 5,
                "answer-timeout",
                "use a duration from 100ms to 5m");
    }

    private static void require(boolean met, String name, String whatToWrite) {
        if (!met) {
            throw new IllegalArgumentException(
                    "acm.notifications.teams.%s is invalid: %s".formatted(name, whatToWrite));
        }
    }

    /** Omits the addresses, which are secret. */
    @Override
    public String toString() {
        return "TeamsProperties[channels=%s]".formatted(channels.keySet());
    }
}
