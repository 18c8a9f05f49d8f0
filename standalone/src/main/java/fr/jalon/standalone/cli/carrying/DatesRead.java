package fr.jalon.standalone.cli.carrying;

import fr.jalon.standalone.cli.terminal.Messages;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The dates of a table that were said in words, each once, for who sends it to see how they were read. */
final class DatesRead {
    /** As many as somebody looks through. */
    private static final int MOST = 20;

    private final Set<String> said = new LinkedHashSet<>();

    /** Those of one line's result; numbers are read by one rule, which needs no telling each time. */
    void take(JsonNode result) {
        for (JsonNode date : result.path("dates")) {
            boolean isInWords = date.path("written").asString("").chars().anyMatch(Character::isLetter);
            if (isInWords && said.size() <= MOST) {
                said.add(date.path("detail").asString(""));
            }
        }
    }

    void print(PrintWriter out) {
        if (!said.isEmpty()) {
            out.println(Messages.say("import.dates"));
            said.stream().limit(MOST).forEach(each -> out.println("  " + each));
        }
        if (said.size() > MOST) {
            out.println("  …");
        }
    }
}
