package org.acmconversation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acmconversation.faults.DigestChecker.Result;
import org.acmconversation.faults.ScheduledCall.Course;
import org.junit.jupiter.api.Test;

/** The checker of digests detects errors. */
class DigestCheckerTest {

    private final List<String> arrived = new ArrayList<>();
    private final ScheduledCall first = call();
    private final ScheduledCall second = call();

    private static ScheduledCall call() {
        return new ScheduledCall(new Nodes(List.of()), Course.HELD, address -> true);
    }

    private void arrive(String messageId, ScheduledCall... calls) {
        arrived.add("""
                Message-ID: <%s>
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary=x

                --x
                Content-Type: text/plain; charset=UTF-8

                %s
                --x--
                """.formatted(
                        messageId,
                        Stream.of(calls)
                                .map(call -> "- manager le menciona (" + call.externalId() + ")")
                                .collect(Collectors.joining("\n")))
                .replace("\n", "\r\n"));
    }

    private Result check() {
        assertThat(arrived).allMatch(ReceivedDigest::isOne);
        return DigestChecker.check(List.of(first, second), arrived);
    }

    @Test
    void acceptsACopyWithTheSameMessageId() {
        arrive("a", first);
        arrive("b", second);
        arrive("b", second);

        assertThat(check()).isEqualTo(new Result(new Verdict(), 2, 1));
    }

    @Test
    void detectsALostNotification() {
        arrive("a", first);

        assertThat(check().verdict().lost()).hasSize(1);
    }

    @Test
    void detectsANotificationInTwoDigests() {
        arrive("a", first);
        arrive("b", first, second);

        assertThat(check().verdict().duplicates()).hasSize(1);
    }

    @Test
    void detectsACopyThatSaysSomethingElse() {
        arrive("a", first, second);
        arrive("a", second);

        assertThat(check().verdict().wrong()).hasSize(1);
    }
}
