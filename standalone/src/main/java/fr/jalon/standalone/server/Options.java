package fr.jalon.standalone.server;

import java.net.InetAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a server starts.
 *
 * @param port where it listens; 0 for any free port
 * @param data the directory that holds everything
 * @param demo whether it serves with known accounts
 * @param certificate what it speaks TLS with; null where it does not
 */
public record Options(
        InetAddress bind,
        int port,
        Path data,
        boolean demo,
        @Nullable Certificate certificate) {
    /** Without TLS: for this machine, or behind a proxy. */
    public Options(InetAddress bind, int port, Path data, boolean demo) {
        this(bind, port, data, demo, null);
    }
}
