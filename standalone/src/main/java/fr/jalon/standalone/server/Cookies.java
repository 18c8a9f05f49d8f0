package fr.jalon.standalone.server;

import java.util.Map;

/** How a browser keeps the session of whoever signs in with it. */
final class Cookies {
    private Cookies() {}

    /**
     * The settings of it. One that is served beyond this machine is only ever sent over TLS, and to this server alone,
     * which browsers see to by the name.
     */
    static Map<String, Object> of(Options options) {
        boolean isLocal = options.bind().isLoopbackAddress() && options.certificate() == null;
        return Map.of(
                "server.servlet.session.cookie.name", isLocal ? "jalon" : "__Host-jalon",
                "server.servlet.session.cookie.path", "/",
                "server.servlet.session.cookie.http-only", true,
                "server.servlet.session.cookie.same-site", "lax",
                "server.servlet.session.cookie.secure", !isLocal,
                "server.servlet.session.tracking-modes", "cookie",
                "server.servlet.session.timeout", "30m");
    }
}
