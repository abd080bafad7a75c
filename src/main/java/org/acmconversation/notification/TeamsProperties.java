package org.acmconversation.notification;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.acmconversation.outbound.ServerAddress;
import org.acmconversation.security.Role;
import org.acmconversation.setting.Setting;
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

    private static final String PREFIX = "acm.notifications.teams.";

    TeamsProperties {
        List<String> roles = Arrays.stream(Role.values()).map(Role::group).toList();
        channels.forEach((role, address) -> {
            Setting.require(
                    roles.contains(role),
                    PREFIX + "channels." + role,
                    "use a role, one of " + String.join(", ", roles));
            Setting.require(
                    address.getHost() != null && ServerAddress.isConfidential(address),
                    PREFIX + "channels." + role,
                    "use the https address of a Workflows webhook");
        });
        Setting.require(PREFIX + "answer-timeout", answerTimeout, Duration.ofMillis(100), Duration.ofMinutes(5));
    }

    /** Omits the addresses, which are secret. */
    @Override
    public String toString() {
        return "TeamsProperties[channels=%s]".formatted(channels.keySet());
    }
}
