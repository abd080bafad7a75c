package org.acmconversation.notification;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.acmconversation.setting.Setting;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Notifications outside of our pages.
 *
 * @param serviceUrl address of the service, which links begin with; without it there are no digests
 * @param showCustomers whether emails name the customer, and not only the external id
 * @param fixed what nobody can choose: on or off, by kind and channel
 */
@ConfigurationProperties("acm.notifications")
record NotificationProperties(
        @Nullable URI serviceUrl,
        @DefaultValue("false") boolean showCustomers,
        @DefaultValue Map<Kind, Map<Channel, Boolean>> fixed) {

    NotificationProperties {
        Setting.require(
                serviceUrl == null || serviceUrl.getHost() != null && isWeb(serviceUrl),
                "acm.notifications.service-url",
                "use the address that people open, such as https://acm.example.org");
    }

    private static boolean isWeb(URI address) {
        return "https".equals(address.getScheme()) || "http".equals(address.getScheme());
    }

    /** Whether administrators have turned a kind on or off in a channel; empty if people choose. */
    Optional<Boolean> fixed(Kind kind, Channel channel) {
        return Optional.ofNullable(fixed.getOrDefault(kind, Map.of()).get(channel));
    }

    /** Returns the URL of a page. */
    Optional<String> url(String path) {
        return Optional.ofNullable(serviceUrl)
                .map(URI::toString)
                .map(address -> (address.endsWith("/") ? address.substring(0, address.length() - 1) : address) + path);
    }
}
