package org.acmconversation.webpage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.acmconversation.engine.identity.Colleagues;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The names of people on our pages, by their user ids. Lists repeat the same few, so names are cached for a minute. */
@Component
public class PeopleNames {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MAX_CACHED = 10_000;

    private static final String SYSTEM = "system";

    private final Cache<String, String> names =
            Caffeine.newBuilder().maximumSize(MAX_CACHED).expireAfterWrite(KEPT).build();
    private final Colleagues colleagues;
    private final MessageSource messages;

    PeopleNames(Colleagues colleagues, MessageSource messages) {
        this.colleagues = colleagues;
        this.messages = messages;
    }

    /**
     * Returns a person's name, or the id if none is known. What the service does by itself is recorded under a name,
     * too.
     */
    public @Nullable String of(@Nullable String user) {
        if (SYSTEM.equals(user)) {
            return messages.getMessage("page.system", null, LocaleContextHolder.getLocale());
        }
        return user == null ? null : names.get(user, id -> colleagues.name(id).orElse(id));
    }
}
