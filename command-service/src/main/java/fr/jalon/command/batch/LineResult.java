package fr.jalon.command.batch;

import fr.jalon.command.api.LineStatus;
import fr.jalon.command.api.Outcome;
import fr.jalon.command.api.Receipt;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.json.Json;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemJson;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is answered to one line of many.
 *
 * @param entry null where the line holds none
 */
record LineResult(long line, @Nullable Entry entry, Outcome outcome) {
    /**
     * As JSON, on one line.
     *
     * @param sheet whose row the line is; null where it is no row of a workbook
     */
    String json(boolean dryRun, Locale locale, @Nullable String sheet) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("line", line);
        if (entry != null) {
            json.put("entryId", entry.entryId().toString());
            json.put("territory", entry.territory());
        }
        json.put("status", LineStatus.of(outcome, dryRun).code());
        switch (outcome) {
            case Outcome.Kept(Receipt receipt, boolean ignored) -> kept(json, receipt);
            case Outcome.Rejected(Problem problem) -> {
                if (sheet != null) {
                    json.put("sheet", sheet);
                }
                rejected(json, problem, locale);
            }
        }
        return json.toString();
    }

    private static void kept(ObjectNode json, Receipt receipt) {
        json.put("position", receipt.position());
        if (receipt.recordedAt() != null) {
            json.put("recordedAt", receipt.recordedAt().toString());
        }
        if (receipt.dryRun() != null) {
            json.put("dryRun", receipt.dryRun());
        }
    }

    /** The same words as a problem document has, without its type and status. */
    private static void rejected(ObjectNode json, Problem problem, Locale locale) {
        ObjectNode document = ProblemJson.tree(problem, locale);
        json.setAll(document.without(List.of("type", "status")));
    }
}
