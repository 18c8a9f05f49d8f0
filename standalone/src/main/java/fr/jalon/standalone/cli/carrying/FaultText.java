package fr.jalon.standalone.cli.carrying;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What was wrong with a line, each fault with its place: a column of a table, or a field. */
final class FaultText {
    private FaultText() {}

    static List<String> of(JsonNode result) {
        String line = result.path("line").asString("");
        if (result.path("errors").isEmpty()) {
            return List.of(row(
                    line,
                    "",
                    result.path("detail").asString(result.path("title").asString(""))));
        }
        return result.path("errors")
                .valueStream()
                .map(error -> row(
                        line,
                        error.path("column").asString(error.path("pointer").asString("")),
                        error.path("detail").asString("")))
                .toList();
    }

    /** One row of the table of faults. */
    static String row(String line, String place, String sentence) {
        return "%7s  %-28s  %s".formatted(line, place, sentence);
    }
}
