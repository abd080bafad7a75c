package org.acmconversation.operations.nodes;

import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.acmconversation.operations.Sha256;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;

/**
 * A setting that must be the same on all nodes, since any node may run the next step of a conversation: which systems
 * are called, who may log in, and what is stored. Pool sizes, ports, timeouts and logging may differ.
 *
 * @param unset value if the setting is missing
 */
record AgreedSetting(String name, Kind kind, String unset) {

    private static final String NOT_SET = "(not set)";
    private static final int MAX_SHOWN_LENGTH = 200;
    private static final String ENGINE = "camunda.bpm.generic-properties.properties.";

    private static final List<AgreedSetting> ALL = List.of(
            new AgreedSetting("acm.quiet", Kind.WORD, "false"),
            new AgreedSetting("acm.ftop.adapter", Kind.WORD, "embedded"),
            new AgreedSetting("acm.ftop.http.base-url", Kind.ADDRESS, NOT_SET),
            new AgreedSetting("acm.ftop.http.client-id", Kind.TEXT, NOT_SET),
            new AgreedSetting("acm.calendar.country", Kind.TEXT, "ES"),
            new AgreedSetting("acm.calendar.time-zone", Kind.TEXT, "Europe/Madrid"),
            new AgreedSetting("acm.calendar.close", Kind.TEXT, "18:00"),
            new AgreedSetting("acm.webhook.url", Kind.ADDRESS, NOT_SET),
            new AgreedSetting("acm.webhook.secret", Kind.SECRET, NOT_SET),
            new AgreedSetting("acm.webhook.max-attempts", Kind.TEXT, "12"),
            new AgreedSetting("acm.webhook.keep-delivered", Kind.DURATION, "PT168H"),
            new AgreedSetting("spring.mail.host", Kind.TEXT, NOT_SET),
            new AgreedSetting("acm.mail.from", Kind.TEXT, NOT_SET),
            new AgreedSetting("acm.notifications.service-url", Kind.ADDRESS, NOT_SET),
            new AgreedSetting("acm.notifications.show-customers", Kind.WORD, "false"),
            new AgreedSetting("acm.retention.idempotent-answers", Kind.DURATION, "PT24H"),
            new AgreedSetting("acm.retention.engagements", Kind.DURATION, "PT17520H"),
            new AgreedSetting("acm.retention.audit", Kind.DURATION, "PT43824H"),
            new AgreedSetting("acm.erasure.four-eyes", Kind.WORD, "true"),
            new AgreedSetting("acm.releases.four-eyes", Kind.WORD, "false"),
            new AgreedSetting("acm.security.login", Kind.WORD, NOT_SET),
            new AgreedSetting("acm.security.oidc.issuer-uri", Kind.ADDRESS, NOT_SET),
            new AgreedSetting("acm.security.oidc.client-id", Kind.TEXT, NOT_SET),
            new AgreedSetting("acm.security.oidc.audience", Kind.TEXT, NOT_SET),
            new AgreedSetting("acm.security.oidc.username-claim", Kind.TEXT, "preferred_username"),
            new AgreedSetting("acm.security.oidc.groups-claim", Kind.TEXT, "groups"),
            new AgreedSetting("acm.security.oidc.roles", Kind.MAP, NOT_SET),
            new AgreedSetting("acm.security.oidc.service-account-claim", Kind.TEXT, "sub"),
            new AgreedSetting("acm.security.oidc.service-accounts", Kind.SET, NOT_SET),
            new AgreedSetting("camunda.bpm.authorization.enabled", Kind.WORD, "false"),
            new AgreedSetting("camunda.bpm.default-serialization-format", Kind.TEXT, NOT_SET),
            new AgreedSetting("camunda.bpm.job-execution.lock-time-in-millis", Kind.TEXT, NOT_SET),
            new AgreedSetting(ENGINE + "failed-job-retry-time-cycle", Kind.TEXT, NOT_SET),
            new AgreedSetting(ENGINE + "history-removal-time-strategy", Kind.WORD, NOT_SET),
            new AgreedSetting("server.servlet.session.timeout", Kind.DURATION, NOT_SET),
            new AgreedSetting("spring.session.timeout", Kind.DURATION, NOT_SET));

    private enum Kind {
        TEXT,
        /** Case-insensitive. */
        WORD,
        DURATION,
        /** Without the query, which may contain a secret. */
        ADDRESS,
        SECRET,
        SET,
        MAP
    }

    /** Returns the names of all settings, sorted. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>();
        ALL.forEach(setting -> names.add(setting.name));
        return names;
    }

    /** Returns a node's values by name, without secrets. */
    static Map<String, String> of(Environment environment) {
        Binder binder = Binder.get(environment);
        Map<String, String> settings = new TreeMap<>();
        ALL.forEach(setting -> settings.put(setting.name, setting.read(binder)));
        return settings;
    }

    private String read(Binder binder) {
        String text = switch (kind) {
            case MAP ->
                binder.bind(name, Bindable.mapOf(String.class, String.class))
                        .map(map -> new TreeMap<>(map).toString())
                        .orElse("");
            case SET ->
                binder.bind(name, Bindable.setOf(String.class))
                        .map(set -> String.join(", ", new TreeSet<>(set)))
                        .orElse("");
            default -> binder.bind(name, String.class).orElse("");
        };
        return text.isBlank() ? unset : shown(text.strip());
    }

    private String shown(String text) {
        String shown = switch (kind) {
            case WORD -> text.toLowerCase(Locale.ROOT);
            case DURATION ->
                DurationStyle.detectAndParse(text, ChronoUnit.SECONDS).toString();
            case SECRET -> digest(text);
            case ADDRESS -> withoutQuery(text);
            default -> text;
        };
        return shown.length() > MAX_SHOWN_LENGTH ? digest(text) : shown;
    }

    private static String withoutQuery(String text) {
        URI uri = URI.create(text);
        return uri.getRawQuery() == null
                ? text
                : "%s?(%s)".formatted(text.substring(0, text.indexOf('?')), digest(text));
    }

    private static String digest(String text) {
        return "sha256:" + Sha256.of(text);
    }
}
