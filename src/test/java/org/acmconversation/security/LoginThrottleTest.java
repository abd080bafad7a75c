package org.acmconversation.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** User names and addresses are locked temporarily after too many failures. */
class LoginThrottleTest {

    private static final Duration LOCK = Duration.ofMinutes(5);

    private final AtomicLong nanos = new AtomicLong();
    private final LoginThrottle throttle = new LoginThrottle(new ThrottleProperties(3, 5, LOCK), nanos::get);

    @Test
    void locksAUserNameForAllAddresses() {
        fail("ana", "10.0.0.1", 3);

        assertLocked("ana", "10.0.0.2");
        assertLocked("ANA", "10.0.0.2");
        assertOpen("luis", "10.0.0.1");
    }

    @Test
    void locksAnAddressForAllUserNames() {
        for (String name : new String[] {"a", "b", "c", "d", "e"}) {
            assertOpen(name, "10.0.0.1");
            fail(name, "10.0.0.1", 1);
        }

        assertLocked("f", "10.0.0.1");
        assertOpen("f", "10.0.0.2");
    }

    @Test
    void successResetsOnlyItsUserName() {
        fail("ana", "10.0.0.1", 2);
        throttle.succeeded("ana", "10.0.0.1");
        fail("ana", "10.0.0.1", 2);
        assertOpen("ana", "10.0.0.1");

        fail("luis", "10.0.0.1", 1);
        assertLocked("eva", "10.0.0.1");
    }

    @Test
    void locksExpireDespiteFurtherAttempts() {
        fail("ana", "10.0.0.1", 3);
        nanos.addAndGet(LOCK.minusSeconds(1).toNanos());
        assertLocked("ana", "10.0.0.1");

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertOpen("ana", "10.0.0.1");
    }

    @Test
    void limitsConcurrentAttemptsPerUserName() {
        for (int attempt = 0; attempt < 10; attempt++) {
            assertOpen("ana", "10.0.0.1");
        }

        fail("ana", "10.0.0.1", 3);

        assertThatThrownBy(() -> throttle.failed("ana", "10.0.0.1")).isInstanceOf(TooManyLoginsException.class);
        assertThatThrownBy(() -> throttle.succeeded("ana", "10.0.0.1")).isInstanceOf(TooManyLoginsException.class);
    }

    @Test
    void limitsConcurrentAttemptsPerAddress() {
        for (String name : new String[] {"a", "b", "c", "d", "e"}) {
            fail(name, "10.0.0.1", 1);
        }

        assertThatThrownBy(() -> throttle.failed("f", "10.0.0.1")).isInstanceOf(TooManyLoginsException.class);
        assertThatThrownBy(() -> throttle.succeeded("g", "10.0.0.1")).isInstanceOf(TooManyLoginsException.class);
    }

    @Test
    void acceptsTheRightPasswordBelowTheLimit() {
        fail("ana", "10.0.0.1", 2);

        assertThatCode(() -> throttle.succeeded("ana", "10.0.0.1")).doesNotThrowAnyException();
        fail("ana", "10.0.0.1", 2);
        assertOpen("ana", "10.0.0.1");
    }

    @Test
    void attemptsInProgressDoNotProlongALock() {
        fail("ana", "10.0.0.1", 3);
        nanos.addAndGet(LOCK.minusSeconds(1).toNanos());
        assertThatThrownBy(() -> throttle.failed("ana", "10.0.0.1")).isInstanceOf(TooManyLoginsException.class);

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertOpen("ana", "10.0.0.1");
    }

    @Test
    void invalidSettingsPreventTheStart() {
        assertThatThrownBy(() -> new ThrottleProperties(0, 1, LOCK)).hasMessageContaining("failures-per-user");
        assertThatThrownBy(() -> new ThrottleProperties(1, 0, LOCK)).hasMessageContaining("failures-per-address");
        assertThatThrownBy(() -> new ThrottleProperties(1, 1, Duration.ZERO)).hasMessageContaining("throttle.lock");
    }

    private void fail(String user, String address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(user, address);
        }
    }

    private void assertLocked(String user, String address) {
        assertThatThrownBy(() -> throttle.check(user, address)).isInstanceOf(TooManyLoginsException.class);
    }

    private void assertOpen(String user, String address) {
        assertThatCode(() -> throttle.check(user, address)).doesNotThrowAnyException();
    }
}
