package fr.jalon.benchmarks.edge;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/**
 * One connection on which a client asks again and again, and costs next to nothing beside the server: what is read of
 * an answer is its status, where it ends and, on demand, its tag and its body.
 */
public final class ClientWire implements AutoCloseable {
    private static final int ROOM = 1 << 16;

    private final int port;
    private final String head;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private String tag = "";
    private byte[] body = new byte[0];

    /** A connection to a server of this machine, for an account of it. */
    public ClientWire(URI server, String account, String password) throws IOException {
        port = server.getPort();
        socket = connected();
        in = new BufferedInputStream(socket.getInputStream(), ROOM);
        out = socket.getOutputStream();
        String basic = Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
        head = " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Basic " + basic + "\r\n";
    }

    private Socket connected() throws IOException {
        Socket connected = new Socket(InetAddress.getLoopbackAddress(), port);
        connected.setTcpNoDelay(true);
        return connected;
    }

    /** Asks, and reads the whole answer. */
    public void get(String path) throws IOException {
        exchange("GET " + path + head + "\r\n", 200);
    }

    /** Asks for what may be known already; it must be. */
    public void getUnchanged(String path, String tag) throws IOException {
        exchange("GET " + path + head + "If-None-Match: " + tag + "\r\n\r\n", 304);
    }

    /** Sends JSON; something must come of it. */
    public void post(String path, String json) throws IOException {
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        exchange(
                "POST " + path + head + "Content-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n"
                        + json,
                201);
    }

    /** The tag of the last answer. */
    public String tag() {
        return tag;
    }

    /** The body of the last answer. */
    public byte[] body() {
        return body;
    }

    private void exchange(String request, int wanted) throws IOException {
        out.write(request.getBytes(StandardCharsets.UTF_8));
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        boolean chunked = false;
        boolean isLast = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            String value = header.substring(colon + 1).strip();
            switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = true;
                case "connection" -> isLast = value.equals("close");
                case "etag" -> tag = value;
                default -> {}
            }
        }
        body = chunked ? chunks() : in.readNBytes(length);
        if (isLast) {
            again();
        }
        if (status != wanted) {
            throw new IOException(status + " " + new String(body, StandardCharsets.UTF_8));
        }
    }

    /** Tomcat ends a connection after a hundred answers: a client's cost as well as the server's. */
    private void again() throws IOException {
        socket.close();
        socket = connected();
        in = new BufferedInputStream(socket.getInputStream(), ROOM);
        out = socket.getOutputStream();
    }

    private byte[] chunks() throws IOException {
        byte[] whole = new byte[0];
        for (int length = Integer.parseInt(line(), 16); length > 0; length = Integer.parseInt(line(), 16)) {
            byte[] chunk = in.readNBytes(length);
            byte[] longer = Arrays.copyOf(whole, whole.length + length);
            System.arraycopy(chunk, 0, longer, whole.length, length);
            whole = longer;
            line();
        }
        line();
        return whole;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int each = in.read(); each != '\n'; each = in.read()) {
            if (each < 0) {
                throw new EOFException("The server ended the connection");
            }
            if (each != '\r') {
                line.append((char) each);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
