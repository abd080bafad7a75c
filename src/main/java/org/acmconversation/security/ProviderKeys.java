package org.acmconversation.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/**
 * The provider's signing keys. They are fetched on first use, so that the service starts without the provider, and
 * again for an unknown key id. This is rate-limited, since anyone can make up key ids.
 */
class ProviderKeys implements JWKSource<SecurityContext> {

    private static final int TIMEOUT_IN_MILLISECONDS = 5_000;
    private static final int MAX_BYTES = 1_000_000;

    private final Supplier<JWKSource<SecurityContext>> keys;

    /** @param address supplies the address of the keys; called on first use */
    ProviderKeys(Supplier<String> address) {
        this.keys = SingletonSupplier.of(() -> source(address.get()));
    }

    private static JWKSource<SecurityContext> source(String address) {
        try {
            var http = new DefaultResourceRetriever(TIMEOUT_IN_MILLISECONDS, TIMEOUT_IN_MILLISECONDS, MAX_BYTES);
            return JWKSourceBuilder.create(URI.create(address).toURL(), http).build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("The provider's jwks_uri is not a valid URI", e);
        }
    }

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
        try {
            return keys.get().get(selector, context);
        } catch (RateLimitReachedException e) {
            return List.of();
        } catch (ProviderUnavailableException | IllegalArgumentException e) {
            throw new RemoteKeySourceException("Cannot read the provider's discovery document", e);
        }
    }
}
