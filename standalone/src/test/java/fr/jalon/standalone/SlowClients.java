package fr.jalon.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients who take their time, each on a connection of its own: a third dribbles its headers, a third its body, a third
 * takes its answer in drop by drop. One that is dropped comes again. They are the demonstration's coordinators.
 */
public final class SlowClients implements AutoCloseable {
    private static final String[] COORDINATORS = {
        "paris", "lyon", "lille", "strasbourg", "nantes", "charente", "marseille", "rouen"
    };
    private static final long PAUSE_MILLIS = 2_000;
    private static final int SMALL = 2304;

    private final URI server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch begun;
    private final AtomicInteger connected = new AtomicInteger();
    private volatile boolean ended;

    /** As many as this, of a demonstration at this address; returns once all have begun. */
    public SlowClients(URI server, int clients) throws InterruptedException {
        this.server = server;
        this.begun = new CountDownLatch(clients);
        for (int i = 0; i < clients; i++) {
            int client = i;
            threads.execute(() -> run(client));
        }
        if (!begun.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException(begun.getCount() + " slow clients did not begin");
        }
    }

    /** How many are connected now. */
    public int connected() {
        return connected.get();
    }

    private void run(int client) {
        boolean first = true;
        while (!ended) {
            try (Socket socket = new Socket()) {
                socket.setReceiveBufferSize(SMALL);
                socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), 30_000);
                send(socket, beginning(client));
                connected.incrementAndGet();
                if (first) {
                    first = false;
                    begun.countDown();
                }
                dawdle(socket, client);
            } catch (IOException dropped) {
                // It comes again.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void dawdle(Socket socket, int client) throws InterruptedException {
        try {
            while (!ended) {
                Thread.sleep(PAUSE_MILLIS);
                if (client % 3 == 2) {
                    if (socket.getInputStream().read() < 0) {
                        return;
                    }
                } else {
                    send(socket, "x");
                }
            }
        } catch (IOException dropped) {
            // As meant.
        } finally {
            connected.decrementAndGet();
        }
    }

    private static String beginning(int client) {
        String territory = COORDINATORS[client % COORDINATORS.length];
        String signedIn = "Host: localhost\r\nAuthorization: Basic "
                + Base64.getEncoder()
                        .encodeToString(("coordinator-" + territory + ":jalon-demo").getBytes(StandardCharsets.UTF_8))
                + "\r\n";
        return switch (client % 3) {
            case 0 -> "GET /api/v1/territories HTTP/1.1\r\n" + signedIn + "X-Slow: ";
            case 1 ->
                "POST /api/v1/territories/" + territory + "/entries HTTP/1.1\r\n" + signedIn
                        + "Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{";
            default -> "GET /api/v1/territories/" + territory + "/replay?before=true HTTP/1.1\r\n" + signedIn + "\r\n";
        };
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        ended = true;
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(60, TimeUnit.SECONDS)) {
                throw new UncheckedIOException(new IOException("Slow clients do not end"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
