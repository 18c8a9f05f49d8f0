package fr.jalon.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A bare connection, over which a client may be as slow, as long or as garbled as it likes; no wait on it is without
 * limit.
 */
final class Wire implements AutoCloseable {
    private static final int LIMIT_MILLIS = (int) Duration.ofSeconds(60).toMillis();
    private static final int SMALL = 4096;

    private final Socket socket = new Socket();

    Wire(int port) throws IOException {
        socket.setReceiveBufferSize(SMALL);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(LIMIT_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /**
     * Sends this again and again, so many times at most, with a pause before each; whether the other end has had enough
     * before.
     */
    boolean dribble(String text, Duration pause, int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            Thread.sleep(pause);
            try {
                if (socket.getInputStream().available() > 0) {
                    return true;
                }
                send(text);
            } catch (IOException closed) {
                return true;
            }
        }
        return false;
    }

    InputStream in() throws IOException {
        return socket.getInputStream();
    }

    /** What comes until a text has come; all there is where it never does. */
    String upTo(String end) throws IOException {
        StringBuilder read = new StringBuilder();
        int next = in().read();
        while (next >= 0) {
            read.append((char) next);
            if (read.indexOf(end) >= 0) {
                return read.toString();
            }
            next = in().read();
        }
        return read.toString();
    }

    /** What is still to come until the other end closes. */
    String rest() throws IOException {
        return new String(in().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
