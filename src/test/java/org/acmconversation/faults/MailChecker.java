package org.acmconversation.faults;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the emails that arrived with those that people's actions must have caused. */
class MailChecker {

    private final Verdict verdict = new Verdict();
    private final Map<String, ReceivedInvitation> byMessageId = new HashMap<>();
    private final Map<String, List<ReceivedInvitation>> byRecipient = new HashMap<>();
    private final Set<ReceivedInvitation> said = new HashSet<>();
    private int copies;

    private MailChecker() {}

    /**
     * The checker's findings.
     *
     * @param copies emails that arrived again with the same Message-ID
     */
    record Result(Verdict verdict, int copies) {}

    static Result check(Collection<ScheduledCall> calls, List<String> arrived) {
        var checker = new MailChecker();
        arrived.stream().map(ReceivedInvitation::of).forEach(checker::read);
        Set<String> expected = new HashSet<>();
        for (ScheduledCall call : calls) {
            for (String address : call.addresses()) {
                expected.add(address);
                checker.check(call, address);
            }
        }
        checker.byRecipient.keySet().stream()
                .filter(address -> !expected.contains(address))
                .forEach(address -> checker.verdict.wrong().add("Nobody invited " + address));
        return new Result(checker.verdict, checker.copies);
    }

    private void read(ReceivedInvitation letter) {
        ReceivedInvitation first = byMessageId.putIfAbsent(letter.messageId(), letter);
        if (first != null) {
            copies++;
            if (!first.equals(letter)) {
                verdict.wrong().add("%s and %s have one Message-ID".formatted(first, letter));
            }
            return;
        }
        if (!said.add(letter.withoutId())) {
            verdict.duplicates().add(letter + " has another Message-ID than the first");
        }
        List<ReceivedInvitation> before = byRecipient.computeIfAbsent(letter.to(), to -> new ArrayList<>());
        before.stream()
                .filter(earlier -> earlier.sequence() >= letter.sequence())
                .forEach(earlier -> verdict.wrong().add("%s came after %s".formatted(letter, earlier)));
        before.add(letter);
    }

    private void check(ScheduledCall call, String address) {
        List<ReceivedInvitation> letters = byRecipient.getOrDefault(address, List.of());
        if (letters.isEmpty()) {
            verdict.lost().add(address + " got no mail");
            return;
        }
        ReceivedInvitation last = letters.get(letters.size() - 1);
        boolean isRight = switch (call.course()) {
            case HELD -> !last.isCanceled() && last.start().equals(ScheduledCall.FIRST);
            case MOVED -> !last.isCanceled() && last.start().equals(ScheduledCall.SECOND);
            case WITHDRAWN -> last.isCanceled();
        };
        if (!isRight || !last.uid().equals("call-%s@acm-conversation".formatted(call.id()))) {
            verdict.lost().add("%s was told last: %s".formatted(address, last));
        }
    }
}
