package fr.jalon.command.api;

import fr.jalon.command.CommandApi;
import fr.jalon.events.json.Json;
import fr.jalon.people.PersonNames;
import fr.jalon.web.WebApplication;
import fr.jalon.web.WebConfiguration;
import fr.jalon.web.access.AccessRecord;
import fr.jalon.web.account.Accounts;
import fr.jalon.web.account.DemoAccounts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** The write side's HTTP on a free port of this machine, over registers in memory, on 23 November 2026. */
public final class CommandServer implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    public CommandServer() {
        this(Main.class);
    }

    public CommandServer(Class<?> main, String... settings) {
        context = WebApplication.of(main)
                .run(Stream.concat(Stream.of("--server.port=0"), Arrays.stream(settings))
                        .toArray(String[]::new));
    }

    public RegistersInMemory registers() {
        return context.getBean(RegistersInMemory.class);
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public HttpRequest.Builder as(String name, String path) {
        String credentials = name + ":" + DemoAccounts.PASSWORD;
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    public Answer post(String name, String path, String json) {
        return send(as(name, path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** The results of many lines. */
    public List<JsonNode> lines(String name, String path, String lines) {
        Answer answer = send(
                as(name, path).header("Content-Type", "application/x-ndjson").POST(BodyPublishers.ofString(lines)));
        if (answer.status() != 200) {
            throw new AssertionError(answer.body());
        }
        return answer.body().lines().map(Json::parse).toList();
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public JsonNode json() {
            return Json.parse(body());
        }

        public String at(String pointer) {
            return json().at(pointer).asString();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import({WebConfiguration.class, CommandApi.class})
    static class Main {
        @Bean
        Accounts accounts() {
            return DemoAccounts.boundTo(InetAddress.getLoopbackAddress());
        }

        @Bean
        AccessRecord accessRecord() {
            return AccessRecord.NONE;
        }

        @Bean
        PersonNames personNames() {
            return TestNames.fresh();
        }

        @Bean
        RegistersInMemory registers() {
            return new RegistersInMemory();
        }

        /** Half an hour to midnight in London is half past in Paris. */
        @Bean
        InstantSource clock() {
            return InstantSource.fixed(Instant.parse("2026-11-22T23:30:00Z"));
        }
    }
}
