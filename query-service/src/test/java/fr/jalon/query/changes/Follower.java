package fr.jalon.query.changes;

import fr.jalon.events.json.Json;
import fr.jalon.query.QueryServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Follows the changes over a bare connection, so that it reads when it likes. HTTP/1.0 spares it the framing. */
final class Follower implements AutoCloseable {
    private static final int SMALL = 4096;
    private static final int WAIT_MILLIS = (int) Duration.ofSeconds(90).toMillis();

    private final Socket socket = new Socket();
    private final BufferedReader lines;
    private final String status;
    private String lastEventId = "";

    Follower(QueryServer server, String parameters, @Nullable String lastEventId) {
        try {
            socket.setReceiveBufferSize(SMALL);
            socket.setSoTimeout(WAIT_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
            String address = "/api/v1/changes" + parameters;
            String basic = server.as("auditor", address)
                    .build()
                    .headers()
                    .firstValue("Authorization")
                    .orElseThrow();
            String request = "GET " + address + " HTTP/1.0\r\nHost: localhost\r\nAuthorization: " + basic + "\r\n"
                    + (lastEventId == null ? "" : "Last-Event-ID: " + lastEventId + "\r\n") + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), SMALL);
            status = lines.readLine();
            String header = status;
            while (header != null && !header.isEmpty()) {
                header = lines.readLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something that happened. */
    record Event(long id, String name, JsonNode data) {}

    /** What a reader who connects again sends: the last id told of, be it by a sign of life. */
    String lastEventId() {
        return lastEventId;
    }

    /** The place in the log that it names. */
    long lastId() {
        return Long.parseLong(lastEventId.split("\\.", 2)[0]);
    }

    String status() {
        return status;
    }

    /** The next event, a message where it has no name; null where the stream has ended. */
    @Nullable
    Event next() {
        String name = "message";
        JsonNode data = null;
        for (String line = line(); line != null; line = line()) {
            if (line.startsWith("id: ")) {
                lastEventId = line.substring(4);
            } else if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data = Json.parse(line.substring(6));
            } else if (line.isEmpty() && data != null) {
                return new Event(lastId(), name, data);
            }
        }
        return null;
    }

    /** Reads on to the next sign of life. */
    void sign() {
        String line = line();
        while (line != null && !line.startsWith(":")) {
            line = line();
        }
        while (line != null && !line.isEmpty()) {
            if (line.startsWith("id: ")) {
                lastEventId = line.substring(4);
            }
            line = line();
        }
    }

    private @Nullable String line() {
        try {
            return lines.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
