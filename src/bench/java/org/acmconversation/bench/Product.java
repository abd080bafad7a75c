package org.acmconversation.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import java.nio.file.Path;
import java.util.List;

/** This service, with its logins, its checks and its audit trail. */
class Product extends CamundaContender {

    private final String crm;
    private final String manager;
    private final String operator;
    private final String analyst;

    Product(String baseUrl, Issuer issuer) throws JOSEException {
        super(
                new Http(baseUrl),
                "Authorization",
                issuer.bearer(USER, List.of("fasttrack-managers", "fasttrack-engineers")));
        this.crm = issuer.bearer("crm", List.of());
        this.manager = issuer.bearer("maria", List.of("fasttrack-managers"));
        this.operator = issuer.bearer("olga", List.of("operators"));
        this.analyst = issuer.bearer("ana", List.of("analysts"));
    }

    /** Sends a file with engagements; the answer tells how many were accepted, existed or were rejected. */
    JsonNode importFile(Path csv) {
        return http.postFile("/api/engagements/import", csv, "text/csv", "Authorization", crm);
    }

    /** Reads what a manager may. */
    JsonNode read(String path) {
        return http.get(path, "Authorization", manager);
    }

    /** Downloads a file as a manager, and keeps none of it; returns its size in bytes. */
    long download(String path) {
        return http.download(path, "Authorization", manager);
    }

    /** Has the figures of the portfolio counted anew, however long that takes. */
    void rebuildPortfolio() {
        http.postAtLength("/api/portfolio/rebuild", "Authorization", operator);
    }

    /** Reads what an analyst may. */
    JsonNode analyst(String path) {
        return http.get(path, "Authorization", analyst);
    }

    /** Sends models as an analyst. */
    JsonNode analyze(String path, Path form, String contentType) {
        return http.postFile(path, form, contentType, "Authorization", analyst);
    }

    /** Publishes a draft and has all engagements migrated. */
    void publish(String draft) {
        http.post(draft + "/publication", "{\"migrate\": \"ALL\"}", "Authorization", analyst);
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
}
