package fr.jalon.console.signin;

import jakarta.servlet.http.HttpServletRequest;

/** With which token the register is asked for whoever is at the screen. */
@FunctionalInterface
public interface PageTokens {
    /** A token that holds for a minute at least. */
    String of(HttpServletRequest request);
}
