package org.acmconversation.operations;

import java.security.SecureRandom;
import java.util.Base64;

/** Tokens in URLs that work without a login: whoever knows the URL may use it. */
public class SecretToken {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SecretToken() {}

    /** Returns a new token of 256 random bits, which a URL may contain. */
    public static String generate() {
        byte[] token = new byte[BYTES];
        RANDOM.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }
}
