package fr.jalon.web;

import fr.jalon.events.json.Json;
import fr.jalon.web.account.DemoAccounts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/** Speaks HTTP to a service on this machine, as one of the demonstration's accounts. */
record Client(HttpClient http, int port) {
    Client(int port) {
        this(HttpClient.newHttpClient(), port);
    }

    /** The same from another of this machine's addresses. */
    Client from(String address) {
        try {
            return new Client(
                    HttpClient.newBuilder()
                            .localAddress(InetAddress.getByName(address))
                            .build(),
                    port);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    HttpRequest.Builder as(String name, String path) {
        return anonymous(path).header("Authorization", basic(name, DemoAccounts.PASSWORD));
    }

    static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return Json.parse(response.body());
    }
}
