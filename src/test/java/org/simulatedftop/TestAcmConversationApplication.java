package org.simulatedftop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.acmconversation.AcmConversationApplication;
import org.acmconversation.ftop.simulator.FtopSimulator;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Runs the service with the profile {@code local} and a simulated FTOP, or the latter alone.
 *
 * <p>{@code ./mvnw spring-boot:test-run} prefers it to other test programs because of its annotation, which also keeps
 * it out of the service's packages: their tests would mistake it for the application.
 */
@SpringBootApplication
public class TestAcmConversationApplication {

    private static final Path DATA = Path.of("data");

    /**
     * Its options: {@code --ftop-simulator.port=8090}, and {@code --ftop-simulator.alone} to start no service.
     *
     * @throws IOException if the simulated FTOP's tasks cannot be stored
     */
    public static void main(String[] args) throws IOException {
        var options = new DefaultApplicationArguments(args);
        Files.createDirectories(DATA);
        FtopSimulator simulator = FtopSimulator.start(port(options), DATA.resolve("ftop-simulator.jsonl"));
        System.out.println(simulator.usage());
        if (options.containsOption("ftop-simulator.alone")) {
            simulator.join();
            return;
        }
        List<String> arguments = new ArrayList<>(List.of(args));
        arguments.addAll(List.of(
                "--acm.ftop.adapter=http",
                "--acm.ftop.http.base-url=" + simulator.baseUrl(),
                "--acm.ftop.http.token-uri=" + simulator.tokenUri(),
                "--acm.ftop.http.client-id=" + FtopSimulator.CLIENT_ID,
                "--acm.ftop.http.client-secret=" + FtopSimulator.CLIENT_SECRET));
        SpringApplication.run(AcmConversationApplication.class, arguments.toArray(String[]::new));
    }

    private static int port(ApplicationArguments options) {
        List<String> ports = options.getOptionValues("ftop-simulator.port");
        return ports == null ? 8090 : Integer.parseInt(ports.get(0));
    }
}
