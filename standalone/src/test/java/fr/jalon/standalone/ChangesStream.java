package fr.jalon.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Somebody who follows what is recorded; no wait is without limit. */
final class ChangesStream implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpURLConnection connection;
    private final InputStream events;

    ChangesStream(Asking reader) throws IOException {
        byte[] pair = (reader.account() + ":" + reader.password()).getBytes(StandardCharsets.UTF_8);
        connection = (HttpURLConnection)
                reader.server().resolve("/api/v1/changes").toURL().openConnection();
        connection.setReadTimeout((int) PATIENCE.toMillis());
        connection.setRequestProperty(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        events = connection.getInputStream();
    }

    /** Waits for something to come. */
    void sign() throws IOException {
        if (events.read() < 0) {
            throw new AssertionError("The stream is over");
        }
    }

    /** Waits until nothing comes any more. */
    void awaitEnd() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (events.read() >= 0) {
                if (System.nanoTime() - end > 0) {
                    throw new AssertionError("The stream goes on");
                }
            }
        } catch (IOException brokenOff) {
            // As it should: nobody takes its beginning for the whole.
        }
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
