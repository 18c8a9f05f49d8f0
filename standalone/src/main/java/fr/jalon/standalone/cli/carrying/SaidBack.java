package fr.jalon.standalone.cli.carrying;

import fr.jalon.standalone.cli.terminal.Messages;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What was written in a table in words, each once, for who sends it to see how it was read. */
final class SaidBack {
    /** As many as somebody looks through. */
    private static final int MOST = 20;

    private final String field;
    private final Set<String> said = new LinkedHashSet<>();

    /**
     * What is said back in one field of each line's result.
     *
     * @param field also the key of its heading, after {@code import.}
     */
    SaidBack(String field) {
        this.field = field;
    }

    /**
     * That of one line's result; numbers are read by one rule, which needs no telling each time. A date told although
     * it is written as it is read is a spreadsheet's day: another may have been typed.
     */
    void take(JsonNode result) {
        for (JsonNode each : result.path(field)) {
            boolean isInWords = each.path("written").asString("").chars().anyMatch(Character::isLetter);
            boolean isHeld = each.path("written").equals(each.path("read"));
            if ((isInWords || isHeld) && said.size() <= MOST) {
                said.add(each.path("detail").asString(""));
            }
        }
    }

    void print(PrintWriter out) {
        if (!said.isEmpty()) {
            out.println(Messages.say("import." + field));
            said.stream().limit(MOST).forEach(each -> out.println("  " + each));
        }
        if (said.size() > MOST) {
            out.println("  …");
        }
    }
}
