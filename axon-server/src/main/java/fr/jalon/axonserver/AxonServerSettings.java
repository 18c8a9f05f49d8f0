package fr.jalon.axonserver;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where Axon Server is and how it lets us in.
 *
 * @param component what this process is called in Axon Server's own console
 * @param servers its nodes, {@code host} or {@code host:port}; port 8124 where none is given
 * @param context which of its event stores is the register's, and nobody else's
 * @param token what it admits us by; null where it asks for none
 * @param tls whether the connection is encrypted
 * @param certificates whom to trust with TLS, as PEM; null for the machine's own authorities
 */
public record AxonServerSettings(
        String component,
        List<Node> servers,
        String context,
        @Nullable String token,
        boolean tls,
        @Nullable Path certificates) {
    private static final int PORT = 8124;

    /** One of Axon Server's nodes. */
    public record Node(String host, int port) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /**
     * Nodes as configuration lists them, with commas between.
     *
     * @throws IllegalArgumentException if one is no {@code host} or {@code host:port}
     */
    public static List<Node> nodes(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .map(AxonServerSettings::node)
                .toList();
    }

    private static Node node(String text) {
        int colon = text.lastIndexOf(':');
        try {
            Node node = colon < 0
                    ? new Node(text, PORT)
                    : new Node(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
            if (!node.host.isEmpty() && node.port > 0 && node.port < 65_536) {
                return node;
            }
        } catch (NumberFormatException e) {
            // Said below, for all that is no node.
        }
        throw new IllegalArgumentException("Not a node of Axon Server, host or host:port: '" + text + "'");
    }
}
