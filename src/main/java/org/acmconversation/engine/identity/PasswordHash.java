package org.acmconversation.engine.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * Hashes the passwords of the engine's own users with PBKDF2 and HMAC-SHA-512. A hash names its number of rounds, so it
 * stays valid when {@code acm.security.password-rounds} changes. Hashes of older versions are still checked.
 *
 * <p>Hashing takes a good part of a second, and HTTP Basic sends the password with each request, so a keyed digest of
 * the last correct passwords is cached. It includes the stored hash, so a changed password takes effect at once.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">OWASP, Password
 *     Storage</a>
 */
public class PasswordHash implements PasswordEncryptor {

    private static final String NAME = "PBKDF2-HMAC-SHA512";
    private static final String AFTER_ROUNDS = ":";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final String MAC = "HmacSHA256";
    private static final int MAC_KEY_BYTES = 32;
    private static final Duration A_MOMENT = Duration.ofMinutes(10);
    private static final int REMEMBERED = 1_000;

    private final Cache<String, Boolean> right = Caffeine.newBuilder()
            .expireAfterWrite(A_MOMENT)
            .maximumSize(REMEMBERED)
            .build();

    private final SecretKeySpec key = new SecretKeySpec(random(MAC_KEY_BYTES), MAC);
    private final int rounds;
    private final String nobodys;

    public PasswordHash(int rounds) {
        this.rounds = rounds;
        this.nobodys = rounds + AFTER_ROUNDS + HexFormat.of().formatHex(random(SALT_BYTES + HASH_BYTES));
    }

    @Override
    public String encrypt(String password) {
        return rounds + AFTER_ROUNDS + pbkdf2(rounds).encode(password);
    }

    @Override
    public boolean check(String password, String encrypted) {
        String digest = digest(password, encrypted);
        if (right.getIfPresent(digest) != null) {
            return true;
        }
        boolean matches = matches(password, encrypted);
        if (matches) {
            right.put(digest, true);
        }
        return matches;
    }

    private static boolean matches(String password, String encrypted) {
        int end = encrypted.indexOf(AFTER_ROUNDS);
        int rounds = Integer.parseInt(encrypted.substring(0, end));
        return pbkdf2(rounds).matches(password, encrypted.substring(end + 1));
    }

    private static Pbkdf2PasswordEncoder pbkdf2(int rounds) {
        return new Pbkdf2PasswordEncoder("", SALT_BYTES, rounds, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512);
    }

    /**
     * Takes as long as a failed check, so that response times do not reveal which users exist. Compares with a value
     * that is not the hash of any password, so that no hash needs to be computed at the start.
     */
    void checkForUnknownUser(String password) {
        matches(password, nobodys);
    }

    @Override
    public String hashAlgorithmName() {
        return NAME;
    }

    /**
     * Hashes new passwords. With the default number of rounds the format is that of versions before this setting, so
     * that these can verify it, too: during an update, and after a rollback.
     */
    public PasswordEncryptor forNewPasswords() {
        return rounds == FixedRounds.ROUNDS ? ofFixedRounds() : this;
    }

    /** Verifies stored hashes, whatever their number of rounds. */
    public List<PasswordEncryptor> forStoredPasswords() {
        return List.of(this, ofFixedRounds());
    }

    private PasswordEncryptor ofFixedRounds() {
        return new FixedRounds(this);
    }

    private record FixedRounds(PasswordHash current) implements PasswordEncryptor {

        private static final int ROUNDS = 210_000;

        @Override
        public String encrypt(String password) {
            return pbkdf2(ROUNDS).encode(password);
        }

        @Override
        public boolean check(String password, String encrypted) {
            return current.check(password, ROUNDS + AFTER_ROUNDS + encrypted);
        }

        @Override
        public String hashAlgorithmName() {
            return NAME + "-" + ROUNDS;
        }
    }

    private String digest(String password, String encrypted) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            mac.update(encrypted.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK lacks " + MAC, e);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
