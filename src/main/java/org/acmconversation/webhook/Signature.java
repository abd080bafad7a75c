package org.acmconversation.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs messages, so that the receiver can verify their origin and time. */
class Signature {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    Signature(String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** Returns the header's value: the time in seconds, and the HMAC of the time, a dot and the body. */
    String of(Instant sentAt, String body) {
        long seconds = sentAt.getEpochSecond();
        return "t=%d,v1=%s".formatted(seconds, HexFormat.of().formatHex(hmac(seconds + "." + body)));
    }

    private byte[] hmac(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not available", e);
        }
    }
}
