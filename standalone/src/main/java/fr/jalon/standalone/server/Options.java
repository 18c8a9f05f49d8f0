package fr.jalon.standalone.server;

import java.net.InetAddress;
import java.nio.file.Path;

/**
 * How a server starts.
 *
 * @param port where it listens; 0 for any free port
 * @param data the directory that holds everything
 * @param demo whether it serves with known accounts
 */
public record Options(InetAddress bind, int port, Path data, boolean demo) {}
