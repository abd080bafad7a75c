package org.acmconversation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.junit.jupiter.api.Test;

/** Passwords are hashed slowly, checked quickly once they were right, and old hashes still open. */
class PasswordHashTest {

    private final PasswordManager passwords = new PasswordManager(new PasswordHash(), List.of());

    @Test
    void whatIsStoredNamesItsAlgorithmAndIsNeverTheSame() {
        String stored = passwords.encrypt("secret");

        assertThat(stored)
                .startsWith("{PBKDF2-HMAC-SHA512-210000}")
                .doesNotContain("secret")
                .hasSizeLessThan(256);
        assertThat(passwords.encrypt("secret")).isNotEqualTo(stored);
    }

    @Test
    void onlyTheRightPasswordOpens() {
        String stored = passwords.encrypt("secret");

        assertThat(passwords.check("secret", stored)).isTrue();
        assertThat(passwords.check("secret", stored)).isTrue();
        assertThat(passwords.check("Secret", stored)).isFalse();
        assertThat(passwords.check("", stored)).isFalse();
    }

    @Test
    void aChangedPasswordCountsAtOnce() {
        String before = passwords.encrypt("before");
        assertThat(passwords.check("before", before)).isTrue();

        assertThat(passwords.check("before", passwords.encrypt("after"))).isFalse();
    }

    @Test
    void hashesOfOlderVersionsStillOpen() {
        String old = "{SHA-512}" + new Sha512HashDigest().encrypt("secret");

        assertThat(passwords.check("secret", old)).isTrue();
        assertThat(passwords.check("wrong", old)).isFalse();
    }
}
