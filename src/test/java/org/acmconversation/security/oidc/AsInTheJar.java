package org.acmconversation.security.oidc;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * Keeps Boot from configuring an authorization server in the application because the library of {@link Provider} is on
 * the class path of the tests. The jar does not contain it, and each start would generate an RSA key for it.
 */
class AsInTheJar implements AutoConfigurationImportFilter {

    private static final String SERVER = "org.springframework.boot.autoconfigure.security.oauth2.server.";

    @Override
    public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
        boolean[] matches = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            matches[i] = classes[i] == null || !classes[i].startsWith(SERVER);
        }
        return matches;
    }
}
