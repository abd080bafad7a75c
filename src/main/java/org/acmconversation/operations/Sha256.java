package org.acmconversation.operations;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256 digest of content that is added piece by piece. */
public final class Sha256 {

    private final MessageDigest digest;

    /** A digest of nothing yet. */
    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The digest of a text in UTF-8. */
    public static String of(String text) {
        return new Sha256().add(text).hex();
    }

    /** Adds a text in UTF-8. */
    public Sha256 add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds content. */
    public Sha256 add(byte[] content) {
        digest.update(content);
        return this;
    }

    /** The digest in Base64. Starts over. */
    public String base64() {
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    /** The digest in 64 hexadecimal digits. Starts over. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
