package org.acmconversation.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** A receiver can verify signatures. */
class SignatureTest {

    @Test
    void containsTimeAndHmac() {
        // echo -n '1795453200.{"a":1}' | openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef
        assertThat(new Signature("0123456789abcdef0123456789abcdef")
                        .of(Instant.ofEpochSecond(1_795_453_200), "{\"a\":1}"))
                .isEqualTo("t=1795453200,v1=ee117d6a5f1d307c4ecfab18cff5eb3fc663e582a88712171c051d8c8d5221aa");
    }

    /** Computes the signature as a receiver does. */
    static String hmac(String secret, String timestamp, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not available", e);
        }
    }
}
