package org.acmconversation.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashing is slow, repeated verification of a correct password is fast, and old hashes can still be verified. */
class PasswordHashTest {

    private final PasswordManager passwords = manager(5_000);

    private static PasswordManager manager(int rounds) {
        var hash = new PasswordHash(rounds);
        return new PasswordManager(hash.forNewPasswords(), hash.forStoredPasswords());
    }

    @Test
    void hashesNameTheirAlgorithmAndAreSalted() {
        String stored = passwords.encrypt("secret");

        assertThat(stored)
                .startsWith("{PBKDF2-HMAC-SHA512}5000:")
                .doesNotContain("secret")
                .hasSizeLessThan(256);
        assertThat(passwords.encrypt("secret")).isNotEqualTo(stored);
    }

    @Test
    void acceptsOnlyTheRightPassword() {
        String stored = passwords.encrypt("secret");

        assertThat(passwords.check("secret", stored)).isTrue();
        assertThat(passwords.check("secret", stored)).isTrue();
        assertThat(passwords.check("Secret", stored)).isFalse();
        assertThat(passwords.check("", stored)).isFalse();
    }

    @Test
    void rejectsTheOldPasswordAfterAChange() {
        String before = passwords.encrypt("before");
        assertThat(passwords.check("before", before)).isTrue();

        assertThat(passwords.check("before", passwords.encrypt("after"))).isFalse();
    }

    @Test
    void verifiesHashesWithOtherRounds() {
        String stored = manager(4_000).encrypt("secret");

        assertThat(passwords.check("secret", stored)).isTrue();
        assertThat(passwords.check("wrong", stored)).isFalse();
    }

    /** Written by a version that always used 210,000 rounds. */
    @Test
    void verifiesHashesThatNameTheirRoundsWithTheAlgorithm() {
        String stored = "{PBKDF2-HMAC-SHA512-210000}"
                + "62dfad506850d5c63686e04512262d6271a682d653c651aae100452e00a61b66ee40b3490440b747a0432177975ebe2d02cb"
                + "87b11357361c4b60fabc3a5380f62ebf28a108c621ae1255ae856e99aa3f";

        assertThat(passwords.check("secret", stored)).isTrue();
        assertThat(passwords.check("wrong", stored)).isFalse();
    }

    @Test
    void previousVersionVerifiesHashesWithDefaultRounds() {
        String stored = manager(210_000).encrypt("secret");

        assertThat(stored).matches("\\{PBKDF2-HMAC-SHA512-210000}[0-9a-f]+");
        assertThat(passwords.check("secret", stored)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 1, 99_999, 2_000_001})
    void rejectsTooFewOrTooManyRounds(int rounds) {
        assertThatThrownBy(() -> new PasswordProperties(rounds))
                .hasMessage("acm.security.password-rounds is %d: use a number from 100000 to 2000000", rounds);
    }

    @Test
    void verifiesHashesOfOlderVersions() {
        String old = "{SHA-512}" + new Sha512HashDigest().encrypt("secret");

        assertThat(passwords.check("secret", old)).isTrue();
        assertThat(passwords.check("wrong", old)).isFalse();
    }
}
