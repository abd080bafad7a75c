package org.acmconversation.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.acmconversation.engine.Colleagues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The names of people on our pages, by their user ids. Lists repeat the same few, so names are kept for a while. */
@Component
public class PeopleNames {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Colleagues colleagues;
    private final Clock clock;

    private record Known(String name, Instant until) {}

    PeopleNames(Colleagues colleagues, Clock clock) {
        this.colleagues = colleagues;
        this.clock = clock;
    }

    /** Returns a person's name, or the id if none is known. */
    public @Nullable String of(@Nullable String user) {
        if (user == null) {
            return null;
        }
        Instant now = clock.instant();
        Known name = known.get(user);
        if (name == null || !now.isBefore(name.until())) {
            name = new Known(colleagues.name(user).orElse(user), now.plus(KEPT));
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(user, name);
        }
        return name.name();
    }
}
