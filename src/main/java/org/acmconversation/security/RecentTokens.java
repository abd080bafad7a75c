package org.acmconversation.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Caches a token's signature check for a minute and checks its expiry with each request, since a client sends the same
 * token many times. A revoked key stays valid for up to a minute more, in addition to the five minutes for which the
 * provider's keys are cached.
 */
class RecentTokens implements JwtDecoder {

    private static final Duration RECENT = Duration.ofMinutes(1);
    private static final int MAX_TOKENS = 2_000;

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> validator;
    private final Cache<String, Jwt> accepted;

    /**
     * @param decoder checks the whole token
     * @param validator checks the claims that depend on the time
     */
    RecentTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> validator, Ticker ticker) {
        this.decoder = decoder;
        this.validator = validator;
        this.accepted = Caffeine.newBuilder()
                .maximumSize(MAX_TOKENS)
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
