package org.acmconversation.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import java.nio.file.Path;
import java.util.List;

/** This service, with logins, validation and audit trail. */
class Product extends CamundaContender {

    private final String baseUrl;
    private final String crm;
    private final String manager;
    private final String operator;
    private final String analyst;

    Product(String baseUrl, Issuer issuer) throws JOSEException {
        super(
                new Http(baseUrl),
                "Authorization",
                issuer.bearer(USER, List.of(Issuer.MANAGERS, "fasttrack-engineers")));
        this.baseUrl = baseUrl;
        this.crm = issuer.bearer("crm", List.of());
        this.manager = issuer.bearer(Issuer.PERSON, List.of(Issuer.MANAGERS));
        this.operator = issuer.bearer("olga", List.of("operators"));
        this.analyst = issuer.bearer("ana", List.of("analysts"));
    }

    /** Imports a file; returns the numbers of accepted, existing and rejected engagements. */
    JsonNode importFile(Path csv) {
        return http.postFile("/api/engagements/import", csv, "text/csv", "Authorization", crm);
    }

    /** Reads as a manager. */
    JsonNode read(String path) {
        return http.get(path, "Authorization", manager);
    }

    /** Logs in as a manager and returns what this person sees. */
    Pages pages() {
        return Pages.loggedIn(baseUrl);
    }

    /** Downloads a file as a manager without storing it; returns its size in bytes. */
    long download(String path) {
        return http.download(path, "Authorization", manager);
    }

    /** Rebuilds the portfolio's figures, without a timeout. */
    void rebuildPortfolio() {
        http.postAtLength("/api/portfolio/rebuild", "Authorization", operator);
    }

    /** Reads as an analyst. */
    JsonNode analyst(String path) {
        return http.get(path, "Authorization", analyst);
    }

    /** Uploads models as an analyst. */
    JsonNode analyze(String path, Path form, String contentType) {
        return http.postFile(path, form, contentType, "Authorization", analyst);
    }

    /** Publishes a draft and starts the migration of all engagements. */
    void publish(String draft) {
        http.post(draft + "/publication", "{\"migrate\": \"ALL\"}", "Authorization", analyst);
    }

    @Override
    public String name() {
        return "This service";
    }

    @Override
    public String start(String customer) {
        return http.post("/api/engagements", """
                {"externalId": "%s", "customer": {"name": "Contoso"}, "segment": "ENTERPRISE", "licenses": 25000,
                 "services": ["ONEDRIVE_FOR_BUSINESS", "EXCHANGE"], "initiatives": ["RFA"],
                 "entryCriteria": {"kickoffHeld": true, "benefitUnderstood": true, "resourcesClear": true,
                                   "inEnterpriseAdoptionProgram": false}}
                """.formatted(customer), "Authorization", crm, "Idempotency-Key", customer)
                .path("id")
                .asText();
    }
}
