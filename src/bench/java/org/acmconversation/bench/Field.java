package org.acmconversation.bench;

import com.nimbusds.jose.JOSEException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** All contenders, each with its own database in one PostgreSQL. */
class Field implements AutoCloseable {

    private final Issuer issuer;
    private final DatabaseServer server;
    private final List<Candidate> candidates = new ArrayList<>();

    private final List<String> contenders;

    /** @param contenders any of stock, flowable and product */
    Field(List<String> contenders) throws Exception {
        this.contenders = contenders;
        issuer = new Issuer();
        server = new DatabaseServer();
        add(
                "stock",
                new Application(
                        "camunda",
                        Application.contender("camunda"),
                        "/engine-rest/engine",
                        plain(server.create("stock"))),
                Stock::new);
        add(
                "flowable",
                new Application(
                        "flowable",
                        Application.contender("flowable"),
                        "/process-api/repository/deployments",
                        plain(server.create("flowable"))),
                Flowable::new);
        add(
                "product",
                new Application("product", Application.product(), "/login", asInProduction(server.create("product")))
                        .with("-XX:+UseSerialGC")
                        .withOn25("-XX:+UseCompactObjectHeaders"),
                this::product);
    }

    private void add(String database, Application application, Function<String, Contender> client) throws Exception {
        if (!contenders.contains(database)) {
            return;
        }
        var candidate = new Candidate(server, database, application, client);
        candidates.add(candidate);
        candidate.start();
        candidate.writePattern();
    }

    private static List<String> plain(String url) {
        return List.of(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=");
    }

    /** Returns settings as in production, with an identity provider. */
    private List<String> asInProduction(String url) {
        return List.of(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=acm",
                "--spring.flyway.url=" + url,
                "--spring.flyway.user=postgres",
                "--spring.flyway.password=",
                "--spring.profiles.active=postgres",
                "--management.server.port=0",
                "--server.forward-headers-strategy=native",
                "--acm.ftop.adapter=embedded",
                "--acm.security.login=oidc",
                "--acm.security.oidc.issuer-uri=" + issuer.uri(),
                "--acm.security.oidc.client-id=acm-web",
                "--acm.security.oidc.client-secret=a-secret-of-the-benchmark",
                "--acm.security.oidc.audience=" + Issuer.AUDIENCE,
                "--acm.security.oidc.roles[fasttrack-managers]=MANAGER",
                "--acm.security.oidc.roles[fasttrack-engineers]=ENGINEER",
                "--acm.security.oidc.roles[operators]=OPERATOR",
                "--acm.security.oidc.roles[analysts]=ANALYST",
                "--acm.security.oidc.service-accounts=crm");
    }

    private Contender product(String baseUrl) {
        try {
            return new Product(baseUrl, issuer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the last candidate. */
    Candidate product() {
        return candidates.get(candidates.size() - 1);
    }

    List<Candidate> candidates() {
        return candidates;
    }

    @Override
    public void close() throws Exception {
        for (Candidate candidate : candidates) {
            candidate.close();
        }
        server.close();
        issuer.close();
    }
}
