package org.acmconversation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Models whose XML loads external resources or expands entities. */
@AttackTest
class XmlAttackTest {

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    @LocalServerPort
    int port;

    private final AtomicInteger fetched = new AtomicInteger();
    private HttpServer elsewhere;
    private String url;
    private Target product;

    @BeforeEach
    void setUp() throws IOException {
        product = Target.product(port, "admin");
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            fetched.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        elsewhere.start();
        url = "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/";
    }

    @AfterEach
    void tearDown() {
        elsewhere.stop(0);
    }

    static Stream<Arguments> doctypes() {
        return Stream.of("attack.bpmn", "attack.dmn")
                .flatMap(file -> Stream.of(
                                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>",
                                "<!DOCTYPE a [<!ENTITY b SYSTEM \"URL\">]>",
                                "<!DOCTYPE a SYSTEM \"URL\" [<!ENTITY b \"\">]>",
                                "<!DOCTYPE a PUBLIC \"-//X//Y\" \"URL\" [<!ENTITY b \"\">]>",
                                "<!DOCTYPE a [<!ENTITY % p SYSTEM \"URL\"> %p; <!ENTITY b \"\">]>",
                                billionLaughs(),
                                "<!DOCTYPE a [<!ENTITY b \"" + "x".repeat(50_000) + "\">]>")
                        .map(doctype -> Arguments.of(file, doctype)));
    }

    @ParameterizedTest
    @MethodSource("doctypes")
    void neitherFetchesNorExpandsEntities(String file, String doctype) {
        String model = (file.endsWith("bpmn")
                        ? Models.process(
                                "attack",
                                "<bpmn:task id='step' name='x'><bpmn:documentation>&b;</bpmn:documentation></bpmn:task>")
                        : Models.decision("attack", "", "&b;"))
                .replace(DECLARATION, DECLARATION + doctype.replace("URL", url));

        refused(product.deploy(Map.of(file, model)), file, "DOCTYPE");
        assertThat(fetched).hasValue(0);
    }

    @Test
    void rejectsSchemaLocationsThatAStockEngineFetches() {
        String model = Models.process("fetching", "<bpmn:task id='step'/>")
                .replace(
                        "targetNamespace",
                        "xsi:schemaLocation='urn:x %sa.xsd' xmlns:x='urn:x' targetNamespace".formatted(url))
                .replace(
                        "<bpmn:task id='step'/>",
                        "<bpmn:task id='step'><bpmn:extensionElements><x:y/></bpmn:extensionElements></bpmn:task>");

        Target stock = Target.stock();
        stock.deploy(Map.of("fetching.bpmn", model));
        assertThat(fetched.getAndSet(0)).isPositive();

        refused(product.deploy(Map.of("fetching.bpmn", model)), "fetching.bpmn", "schemaLocation");
        assertThat(fetched).hasValue(0);
    }

    @Test
    void rejectsIncludes() {
        String model = Models.process(
                "including",
                "<bpmn:task id='step'><bpmn:extensionElements><xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='%s'/></bpmn:extensionElements></bpmn:task>"
                        .formatted(url));

        refused(product.deploy(Map.of("including.bpmn", model)), "including.bpmn [step]", "XInclude");
        assertThat(fetched).hasValue(0);
    }

    @Test
    void rejectsImports() {
        String model = Models.process("importing", "<bpmn:task id='step'/>")
                .replace(
                        "<bpmn:process",
                        "<bpmn:import importType='http://schemas.xmlsoap.org/wsdl/' location='%s' namespace='x'/><bpmn:process"
                                .formatted(url));

        refused(product.deploy(Map.of("importing.bpmn", model)), "importa");
        assertThat(fetched).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a>", "(", "!", "not ", "-", "a.", "a[", "a?a:"})
    void rejectsDeepNestingQuickly(String opening) {
        String nested = opening.repeat(60_000 / opening.length());
        String step = opening.equals("<a>")
                ? "<bpmn:task id='step'>" + nested
                : "<bpmn:userTask id='step' name='${" + nested + "}'/>";

        HttpResponse<String> answer = Assertions.assertTimeout(
                Duration.ofSeconds(10), () -> product.deploy(Map.of("deep.bpmn", Models.process("deep", step))));

        refused(answer, "deep.bpmn", opening.equals("<a>") ? "100 niveles" : "la expresión");
    }

    @Test
    void rejectsLargeFiles() {
        refused(product.deploy(Map.of("large.bpmn", "<".repeat(1024 * 1024 + 1))), "large.bpmn", "1 MiB");
    }

    private static String billionLaughs() {
        var entities = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            entities.append(
                    "<!ENTITY l%d \"%s\">".formatted(i, "&l%d;".formatted(i - 1).repeat(10)));
        }
        return entities.append("<!ENTITY b \"&l9;\">]>").toString();
    }

    private static void refused(HttpResponse<String> answer, String... reasons) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(reasons);
    }
}
