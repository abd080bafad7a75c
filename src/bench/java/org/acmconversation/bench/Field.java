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

    /** @param contenders any of stock, flowable and product */
    Field(List<String> contenders) throws Exception {
        this(contenders, Seed.Variety.NONE);
    }

    /** @param variety how the copies of each contender's pattern differ */
    Field(List<String> contenders, Seed.Variety variety) throws Exception {
        issuer = new Issuer();
        server = new DatabaseServer();
        // Others are neither built nor started.
        if (contenders.contains("stock")) {
            String url = server.create("stock");
            add("stock", plain("camunda", "/engine-rest/engine", url), Stock::new, variety);
        }
        if (contenders.contains("flowable")) {
            String url = server.create("flowable");
            add("flowable", plain("flowable", "/process-api/repository/deployments", url), Flowable::new, variety);
        }
        if (contenders.contains("product")) {
            String url = server.create("product");
            add("product", asInProduction(url), this::product, variety);
        }
    }

    private void add(
            String database, Application application, Function<String, Contender> client, Seed.Variety variety)
            throws Exception {
        var candidate = new Candidate(server, database, application, client, variety);
        candidates.add(candidate);
        candidate.start();
        candidate.writePattern();
    }

    private static Application plain(String name, String readyPath, String url) throws Exception {
        return new Application(
                name,
                Application.contender(name),
                readyPath,
                List.of(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password="));
    }

    private Application asInProduction(String url) throws Exception {
        return new Application("product", Application.product(), "/login", settings(url))
                .with("-XX:+UseSerialGC")
                .withOn25("-XX:+UseCompactObjectHeaders");
    }

    /** Returns settings as in production, with an identity provider. */
    private List<String> settings(String url) {
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
                "--acm.security.oidc.client-id=" + Issuer.CLIENT,
                "--acm.security.oidc.client-secret=a-secret-of-the-benchmark",
                "--acm.security.oidc.audience=" + Issuer.AUDIENCE,
                "--acm.security.oidc.roles[" + Issuer.MANAGERS + "]=MANAGER",
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
