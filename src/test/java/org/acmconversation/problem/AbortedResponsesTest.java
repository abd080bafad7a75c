package org.acmconversation.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Failures after the start of the response has been sent. */
class AbortedResponsesTest {

    private static ServletWebServerApplicationContext server;

    @BeforeAll
    static void start() {
        server = (ServletWebServerApplicationContext) new SpringApplicationBuilder(Server.class).run("--server.port=0");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void abortsTheConnection() {
        assertThatIOException().isThrownBy(() -> get("/half"));
    }

    @Test
    void respondsWithAProblemIfNothingWasSent() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/nothing");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("/problems/unexpected-error").doesNotContain("line");
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var address = URI.create(
                "http://127.0.0.1:%d%s".formatted(server.getWebServer().getPort(), path));
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class
    })
    @Import({AbortedResponses.class, ConnectorProblems.class, ProblemAdvice.class, Failing.class})
    static class Server {}

    @RestController
    static class Failing {

        @GetMapping("/half")
        void half(HttpServletResponse response) throws IOException {
            response.getOutputStream().println("a line");
            response.flushBuffer();
            throw new IllegalStateException("The cursor is closed");
        }

        @GetMapping("/nothing")
        void nothing(HttpServletResponse response) throws IOException {
            response.getOutputStream().println("a line");
            throw new IllegalStateException("The cursor is closed");
        }
    }
}
