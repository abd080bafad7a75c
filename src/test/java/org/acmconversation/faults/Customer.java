package org.acmconversation.faults;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One customer with a conversation: the request, and the FTOP tasks that must exist in the end.
 *
 * @param isWithdrawn whether the engagement is withdrawn before its end
 * @param changesItsProfile whether its licenses change before its end
 */
record Customer(String externalId, Set<String> services, int licenses, boolean isWithdrawn, boolean changesItsProfile) {

    /** The playbook's catalog for these customers' services. */
    private static final Map<String, Set<String>> TASKS = Map.of(
            "TEAMS", Set.of(),
            "EDGE", Set.of("4094"),
            "ONEDRIVE_FOR_BUSINESS", Set.of("3718"),
            "EXCHANGE", Set.of("3991", "3278"));

    private static final String CONVERSATION = "4047";
    private static final String MAY_BE_DECLINED = "3991";

    static Customer of(Random chance) {
        Set<String> services = new TreeSet<>();
        for (String service : new TreeSet<>(TASKS.keySet())) {
            if (chance.nextInt(3) == 0) {
                services.add(service);
            }
        }
        if (services.isEmpty()) {
            services.add("TEAMS");
        }
        return new Customer(
                "CRM-" + new UUID(chance.nextLong(), chance.nextLong()),
                services,
                chance.nextBoolean() ? 500 : 25_000,
                chance.nextInt(8) == 0,
                chance.nextInt(8) == 0);
    }

    /** Returns the catalog ids of the tasks that FTOP has after the conversation. */
    Set<String> catalogIds() {
        Set<String> ids = services.stream()
                .flatMap(service -> TASKS.get(service).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        ids.add(CONVERSATION);
        return ids;
    }

    /** Returns how managers close a task. */
    static String closedAs(String catalogId) {
        return catalogId.equals(MAY_BE_DECLINED) ? "DECLINED" : "COMPLETED";
    }

    String request() {
        return """
                {"externalId": "%s", "customer": {"name": "Contoso"}, "segment": "ENTERPRISE", "licenses": %d,
                 "services": ["%s"], "initiatives": ["RFA"],
                 "entryCriteria": {"kickoffHeld": true, "benefitUnderstood": true, "resourcesClear": true,
                                   "inEnterpriseAdoptionProgram": false}}
                """.formatted(externalId, licenses, String.join("\", \"", services));
    }
}
