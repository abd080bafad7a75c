package org.acmconversation.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/** A token's signature is checked once a minute, its expiry each time. */
class RecentTokensTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration LIFETIME = Duration.ofSeconds(30);

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final List<String> decoded = new ArrayList<>();
    private final JwtTimestampValidator expiry = new JwtTimestampValidator(Duration.ZERO);
    private Duration lifetime = Duration.ofHours(1);
    private RecentTokens tokens;

    @BeforeEach
    void start() {
        expiry.setClock(new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        });
        tokens = new RecentTokens(
                this::decode, expiry, () -> Duration.between(NOON, now.get()).toNanos());
    }

    /** Rejects invalid and expired tokens, like the real decoder. */
    private Jwt decode(String token) {
        decoded.add(token);
        Jwt jwt = Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject("crm")
                .expiresAt(NOON.plus(lifetime))
                .build();
        if (token.equals("false") || expiry.validate(jwt).hasErrors()) {
            throw new BadJwtException("refused");
        }
        return jwt;
    }

    private void later(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    @Test
    void decodesATokenOnceAMinute() {
        Jwt first = tokens.decode("a");
        later(Duration.ofSeconds(59));
        assertThat(tokens.decode("a")).isSameAs(first);
        assertThat(decoded).containsExactly("a");

        later(Duration.ofSeconds(2));
        tokens.decode("a");
        assertThat(decoded).containsExactly("a", "a");
    }

    @Test
    void distinguishesTokens() {
        tokens.decode("a");

        assertThat(tokens.decode("b").getTokenValue()).isEqualTo("b");
    }

    @Test
    void rejectsACachedTokenOnceItExpires() {
        lifetime = LIFETIME;
        tokens.decode("a");
        later(LIFETIME.plusSeconds(1));

        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void doesNotCacheRejections() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> tokens.decode("false")).isInstanceOf(BadJwtException.class);
        }
        assertThat(decoded).hasSize(2);
    }
}
