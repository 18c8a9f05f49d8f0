package fr.jalon.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A way to a server that can be shut, as when a cable is pulled, and opened again at the same port. */
final class Gate {
    private final int target;
    private final int port;
    private final Queue<Socket> passing = new ConcurrentLinkedQueue<>();
    private ServerSocket door;

    Gate(int target) {
        this.target = target;
        this.door = door(0);
        this.port = door.getLocalPort();
        admit(door);
    }

    /** Where to go to reach the server: through here, or past it where only time is measured. */
    int port() {
        return Boolean.getBoolean("jalon.test.direct") ? target : port;
    }

    /** Cuts all connections; new ones are refused. */
    void shut() {
        try {
            door.close();
            for (Socket each = passing.poll(); each != null; each = passing.poll()) {
                each.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void open() {
        door = door(port);
        admit(door);
    }

    /** @param port 0 for any that is free */
    private static ServerSocket door(int port) {
        try {
            ServerSocket door = new ServerSocket();
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return door;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void admit(ServerSocket here) {
        Thread.ofVirtual().start(() -> {
            while (!here.isClosed()) {
                try {
                    join(here.accept());
                } catch (IOException shutOrUnreachable) {
                    // The caller sees its connection end.
                }
            }
        });
    }

    private void join(Socket caller) throws IOException {
        Socket server;
        try {
            server = new Socket(InetAddress.getLoopbackAddress(), target);
        } catch (IOException nobodyThere) {
            // Else the caller would wait for an answer from nobody.
            caller.close();
            throw nobodyThere;
        }
        // Both sides send at once what they have; so does what is between them.
        caller.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        passing.add(caller);
        passing.add(server);
        pump(caller, server);
        pump(server, caller);
    }

    private static void pump(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try (from;
                    to;
                    InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                in.transferTo(out);
            } catch (IOException cut) {
                // As meant.
            }
        });
    }
}
