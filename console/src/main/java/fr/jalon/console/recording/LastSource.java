package fr.jalon.console.recording;

import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.Map;

/** The source that was given last, which the next entry of the same meeting has as well. */
final class LastSource {
    private static final String KEPT = LastSource.class.getName();

    private LastSource() {}

    static void keep(HttpSession session, Map<String, String> typed) {
        HashMap<String, String> source = new HashMap<>();
        typed.forEach((name, value) -> {
            if (name.startsWith("source.") && !name.equals("source.quote") && !value.isBlank()) {
                source.put(name, value);
            }
        });
        session.setAttribute(KEPT, source);
    }

    @SuppressWarnings("unchecked") // it is kept above, and nowhere else
    static Map<String, String> kept(HttpSession session) {
        return session.getAttribute(KEPT) instanceof HashMap<?, ?> source ? (Map<String, String>) source : Map.of();
    }
}
