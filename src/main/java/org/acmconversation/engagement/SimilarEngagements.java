package org.acmconversation.engagement;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.acmconversation.database.Transactions;
import org.acmconversation.engagement.SimilarEngagement.Why;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds existing engagements that resemble one that somebody is about to start. */
@Component
public class SimilarEngagements {

    private static final int MAX_PER_REASON = 20;

    /** Legal forms, which do not distinguish companies. */
    private static final Set<String> LEGAL_FORMS = Set.of(
            "ag", "bv", "co", "corp", "cv", "de", "gmbh", "inc", "llc", "ltd", "ltda", "nv", "plc", "rl", "sa", "sab",
            "sapi", "sas", "sau", "sl", "slu", "spa", "srl");

    private final JdbcClient jdbc;
    private final Transactions transactions;

    SimilarEngagements(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Returns engagements with the same external id or tenant, or with a customer whose name contains all words of the
     * given one, in any order, ignoring case, accents, punctuation and legal forms. Each is listed once, at most 20 for
     * each reason; running ones first, then by start, latest first.
     *
     * @param externalId null to skip the comparison; likewise for the other parameters
     */
    public List<SimilarEngagement> find(@Nullable String externalId, @Nullable String tenantId, @Nullable String name) {
        return transactions.read(() -> {
            Map<UUID, SimilarEngagement> similar = new LinkedHashMap<>();
            if (externalId != null) {
                add(similar, Why.EXTERNAL_ID, "external_id = :externalId", Map.of("externalId", externalId));
            }
            if (tenantId != null) {
                add(similar, Why.TENANT, "tenant_id in (:spellings)", Map.of("spellings", spellings(tenantId)));
            }
            List<String> words = name == null ? List.of() : words(name);
            if (!words.isEmpty()) {
                add(similar, Why.NAME, conditions(words), patterns(words));
            }
            return List.copyOf(similar.values());
        });
    }

    /** No index has this order; otherwise PostgreSQL would scan that index instead of looking up the words. */
    private void add(Map<UUID, SimilarEngagement> similar, Why why, String condition, Map<String, ?> parameters) {
        jdbc.sql("select id, external_id, customer_name, status from engagement where " + condition
                        + " order by case status when 'RUNNING' then 0 else 1 end, started_at desc, id desc"
                        + " fetch first :most rows only")
                .params(parameters)
                .param("most", MAX_PER_REASON)
                .query((row, number) -> new SimilarEngagement(
                        row.getObject("id", UUID.class),
                        row.getString("external_id"),
                        row.getString("customer_name"),
                        EngagementStatus.valueOf(row.getString("status")),
                        why))
                .list()
                .forEach(engagement -> similar.putIfAbsent(engagement.id(), engagement));
    }

    /** A tenant's id is a UUID, which some systems write in upper case. */
    private static Collection<String> spellings(String tenantId) {
        return new HashSet<>(List.of(tenantId, tenantId.toLowerCase(Locale.ROOT), tenantId.toUpperCase(Locale.ROOT)));
    }

    private static String conditions(List<String> words) {
        return IntStream.range(0, words.size())
                .mapToObj(i -> "search_key like :word" + i)
                .collect(Collectors.joining(" and "));
    }

    /** A search key's first line is the name, its second the external id. */
    private static Map<String, String> patterns(List<String> words) {
        return IntStream.range(0, words.size())
                .boxed()
                .collect(Collectors.toMap(i -> "word" + i, i -> "%" + words.get(i) + "%\n%"));
    }

    /** Only letters and digits, so that none is a wildcard. Single letters, as in "S. A.", are not words. */
    private static List<String> words(String name) {
        return Arrays.stream(SearchKey.fold(name).split("[^\\p{L}\\p{M}\\p{N}.]+"))
                .filter(word -> !LEGAL_FORMS.contains(word.replace(".", "")))
                .flatMap(word -> Arrays.stream(word.split("\\.+")))
                .filter(word -> word.codePointCount(0, word.length()) > 1)
                .distinct()
                .toList();
    }
}
