package org.acmconversation.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Checks a token's signature once a minute, and with each request whether it has expired: a client sends the very same
 * token again and again. A key that the provider takes back counts for that minute more, beside the five for which its
 * list of keys is kept anyway.
 */
class RecentTokens implements JwtDecoder {

    private static final Duration RECENT = Duration.ofMinutes(1);
    private static final int MOST = 2_000;

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> validator;
    private final Cache<String, Jwt> accepted;

    /**
     * @param decoder checks all of it
     * @param validator what may have changed since
     */
    RecentTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> validator, Ticker ticker) {
        this.decoder = decoder;
        this.validator = validator;
        this.accepted = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(RECENT)
                .ticker(ticker)
                .build();
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = accepted.getIfPresent(token);
        if (known != null && !validator.validate(known).hasErrors()) {
            return known;
        }
        Jwt decoded = decoder.decode(token);
        accepted.put(token, decoded);
        return decoded;
    }
}
