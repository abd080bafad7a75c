package org.acmconversation.bench;

import com.nimbusds.jose.JOSEException;
import java.util.List;

/** This service, with its logins, its checks and its audit trail. */
class Product implements Contender {

    private static final String MANAGER = "manager";

    private final Http http;
    private final CamundaTasks tasks;
    private final String crm;

    Product(String baseUrl, Issuer issuer) throws JOSEException {
        this.http = new Http(baseUrl);
        this.tasks = new CamundaTasks(
                http,
                "Authorization",
                issuer.bearer(MANAGER, List.of("fasttrack-managers", "fasttrack-engineers")));
        this.crm = issuer.bearer("crm", List.of());
    }

    @Override
    public String name() {
        return "This service";
    }

    @Override
    public String start(String customer) {
        return http.post(
                        "/api/engagements",
                        """
                {"externalId": "%s", "customer": {"name": "Contoso"}, "segment": "ENTERPRISE", "licenses": 25000,
                 "services": ["ONEDRIVE_FOR_BUSINESS", "EXCHANGE"], "initiatives": ["RFA"],
                 "entryCriteria": {"kickoffHeld": true, "benefitUnderstood": true, "resourcesClear": true,
                                   "inEnterpriseAdoptionProgram": false}}
                """
                                .formatted(customer),
                        "Authorization",
                        crm,
                        "Idempotency-Key",
                        customer)
                .path("id")
                .asText();
    }

    @Override
    public List<OpenTask> openTasks(String conversation) {
        return tasks.of(conversation);
    }

    @Override
    public void claim(OpenTask task) {
        tasks.claim(task, MANAGER);
    }

    @Override
    public void complete(OpenTask task) {
        tasks.complete(task);
    }

    @Override
    public long inbox(String group) {
        return tasks.inbox(group);
    }
}
