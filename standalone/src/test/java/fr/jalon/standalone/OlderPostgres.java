package fr.jalon.standalone;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A way to a PostgreSQL on which it says of itself that it is an older one. */
final class OlderPostgres implements AutoCloseable {
    static final String VERSION = "15.8";

    private static final String PARAMETER = "server_version\0";

    private final ServerSocket door;
    private final int target;

    OlderPostgres(int target) {
        this.target = target;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::admit);
    }

    /** The same database, by this way; nothing is agreed upon before the protocol's own messages. */
    String url(String direct) {
        return direct.replace(":" + target + "/", ":" + door.getLocalPort() + "/")
                + "?sslmode=disable&gssEncMode=disable";
    }

    private void admit() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                Thread.ofVirtual().start(() -> ask(caller, server));
                Thread.ofVirtual().start(() -> answer(server, caller));
            } catch (IOException closed) {
                // The test has ended.
            }
        }
    }

    private static void ask(Socket caller, Socket server) {
        try (caller;
                server) {
            caller.getInputStream().transferTo(server.getOutputStream());
        } catch (IOException ended) {
            // So has the connection.
        }
    }

    private static void answer(Socket server, Socket caller) {
        try (server;
                caller) {
            DataInputStream in = new DataInputStream(server.getInputStream());
            DataOutputStream out = new DataOutputStream(caller.getOutputStream());
            for (int type = in.read(); type >= 0; type = in.read()) {
                byte[] body = olderIfVersion(in.readNBytes(in.readInt() - Integer.BYTES));
                out.write(type);
                out.writeInt(body.length + Integer.BYTES);
                out.write(body);
            }
        } catch (IOException ended) {
            // So has the connection.
        }
    }

    private static byte[] olderIfVersion(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        return text.startsWith(PARAMETER) ? (PARAMETER + VERSION + "\0").getBytes(StandardCharsets.ISO_8859_1) : body;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
