package fr.jalon.command.batch;

import fr.jalon.command.api.LineStatus;
import fr.jalon.command.api.Receipt;
import fr.jalon.command.api.Replies;
import fr.jalon.command.territory.Decision;
import fr.jalon.events.json.Json;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemJson;
import fr.jalon.web.problem.Problems;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What is answered to one line of many. */
sealed interface LineResult {
    /** Its entry was decided on. */
    record Decided(EntryLine.Understood sent, Decision decision) implements LineResult {}

    /** It holds no entry. */
    record Malformed(EntryLine.Malformed sent) implements LineResult {}

    /** Something of Jalon's own is broken: whether its entry was recorded is not known. */
    record Failed(EntryLine.Understood sent) implements LineResult {}

    EntryLine sent();

    default LineStatus status() {
        return switch (this) {
            case Decided(EntryLine.Understood _, Decision decision) -> LineStatus.of(decision);
            case Malformed _ -> LineStatus.MALFORMED;
            case Failed _ -> LineStatus.FAILED;
        };
    }

    /**
     * As JSON, on one line.
     *
     * @param sheet whose row the line is; null where it is no row of a workbook
     */
    default String json(boolean dryRun, Locale locale, @Nullable String sheet) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("line", sent().line());
        if (sent() instanceof EntryLine.Understood understood) {
            json.put("entryId", understood.entry().entryId().toString());
            json.put("territory", understood.entry().territory());
        }
        json.put("status", status().code());
        switch (this) {
            case Decided(EntryLine.Understood sent, Decision.Yes yes) ->
                receipt(json, Receipt.of(yes, sent.entry(), dryRun));
            case Decided(EntryLine.Understood sent, Decision.No no) ->
                problem(json, sent.placed().apply(Replies.problem(no, sent.entry())), locale, sheet);
            case Malformed(EntryLine.Malformed sent) -> problem(json, sent.problem(), locale, sheet);
            case Failed _ -> problem(json, Problems.of(500), locale, sheet);
        }
        return json.toString();
    }

    private static void receipt(ObjectNode json, Receipt receipt) {
        json.put("position", receipt.position());
        if (receipt.recordedAt() != null) {
            json.put("recordedAt", receipt.recordedAt().toString());
        }
        if (receipt.dryRun() != null) {
            json.put("dryRun", receipt.dryRun());
        }
    }

    /** The same words as a problem document has, without its type and status. */
    private static void problem(ObjectNode json, Problem problem, Locale locale, @Nullable String sheet) {
        if (sheet != null) {
            json.put("sheet", sheet);
        }
        ObjectNode document = ProblemJson.tree(problem, locale);
        json.setAll(document.without(List.of("type", "status")));
    }
}
