package org.acmconversation.faults;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares the digests that arrived with the comments that mention their reader. */
class DigestChecker {

    private DigestChecker() {}

    /**
     * The checker's findings.
     *
     * @param digests digests, each counted once
     * @param copies digests that arrived again with the same Message-ID
     */
    record Result(Verdict verdict, int digests, int copies) {}

    /** @param calls each has one comment that mentions the reader of the digests */
    static Result check(Collection<ScheduledCall> calls, List<String> arrived) {
        var verdict = new Verdict();
        Map<String, String> textByMessageId = new HashMap<>();
        int copies = 0;
        for (String content : arrived) {
            ReceivedDigest digest = ReceivedDigest.of(content);
            String first = textByMessageId.putIfAbsent(digest.messageId(), digest.text());
            if (first != null) {
                copies++;
                if (!first.equals(digest.text())) {
                    verdict.wrong().add("The second copy of %s says something else".formatted(digest.messageId()));
                }
            }
        }
        for (ScheduledCall call : calls) {
            long digests = textByMessageId.values().stream()
                    .filter(text -> text.contains(call.externalId()))
                    .count();
            if (digests == 0) {
                verdict.lost().add(call.externalId() + " is in no digest");
            } else if (digests > 1) {
                verdict.duplicates().add("%s is in %d digests".formatted(call.externalId(), digests));
            }
        }
        return new Result(verdict, textByMessageId.size(), copies);
    }
}
