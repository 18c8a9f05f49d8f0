package fr.jalon.console.client;

import java.net.URI;

/** Where the register answers; asked for each call, as a process of its own knows it only once it serves. */
@FunctionalInterface
public interface RegisterAddress {
    URI get();
}
