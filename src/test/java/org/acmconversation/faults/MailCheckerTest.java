package org.acmconversation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.acmconversation.faults.MailChecker.Result;
import org.acmconversation.faults.ScheduledCall.Course;
import org.junit.jupiter.api.Test;

/** The checker of {@link MessagesTest} detects errors. */
class MailCheckerTest {

    private static final String FIRST = "20991201T090000Z";
    private static final String SECOND = "20991215T090000Z";

    private final List<String> arrived = new ArrayList<>();

    private ScheduledCall call(Course course) {
        return new ScheduledCall(new Nodes(List.of()), course, address -> true);
    }

    private void arrive(ScheduledCall call, String messageId, int sequence, String method, String start) {
        for (String address : call.addresses()) {
            arrived.add(mail(call, messageId + address, address, sequence, method, start));
        }
    }

    private static String mail(
            ScheduledCall call, String messageId, String to, int sequence, String method, String start) {
        return """
                Message-ID: <%s>
                To: %s
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary=x

                --x
                Content-Type: text/plain

                Hola
                --x
                Content-Type: text/calendar; method=%s

                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:test
                METHOD:%3$s
                BEGIN:VEVENT
                UID:call-%s@acm-conversation
                SEQUENCE:%d
                DTSTAMP:20260101T000000Z
                DTSTART:%s
                END:VEVENT
                END:VCALENDAR
                --x--
                """.formatted(messageId, to, method, call.id(), sequence, start).replace("\n", "\r\n");
    }

    private Verdict verdict(ScheduledCall... calls) {
        return MailChecker.check(List.of(calls), arrived).verdict();
    }

    @Test
    void acceptsACopyWithTheSameMessageId() {
        ScheduledCall call = call(Course.MOVED);
        arrive(call, "a", 0, "REQUEST", FIRST);
        arrive(call, "b", 1, "REQUEST", SECOND);
        arrive(call, "b", 1, "REQUEST", SECOND);

        Result result = MailChecker.check(List.of(call), arrived);

        assertThat(result.verdict()).isEqualTo(new Verdict());
        assertThat(result.copies()).isEqualTo(2);
    }

    @Test
    void detectsLostMails() {
        ScheduledCall untold = call(Course.HELD);
        ScheduledCall moved = call(Course.MOVED);
        ScheduledCall withdrawn = call(Course.WITHDRAWN);
        arrive(moved, "a", 0, "REQUEST", FIRST);
        arrive(withdrawn, "b", 0, "REQUEST", FIRST);

        assertThat(verdict(untold, moved, withdrawn).lost()).hasSize(6);
    }

    @Test
    void detectsACopyWithAnotherMessageId() {
        ScheduledCall call = call(Course.HELD);
        arrive(call, "a", 0, "REQUEST", FIRST);
        arrive(call, "b", 0, "REQUEST", FIRST);

        assertThat(verdict(call).duplicates()).hasSize(2);
    }

    @Test
    void detectsAnOutdatedMail() {
        ScheduledCall call = call(Course.MOVED);
        arrive(call, "b", 1, "REQUEST", SECOND);
        arrive(call, "a", 0, "REQUEST", FIRST);

        assertThat(verdict(call).wrong()).hasSize(2);
    }

    @Test
    void detectsAnUnexpectedMail() {
        arrive(call(Course.HELD), "a", 0, "REQUEST", FIRST);

        assertThat(verdict().wrong()).hasSize(2);
    }
}
