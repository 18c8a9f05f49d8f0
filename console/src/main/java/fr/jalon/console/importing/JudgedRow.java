package fr.jalon.console.importing;

import fr.jalon.console.importing.SentRows.Place;
import fr.jalon.console.say.Words;
import fr.jalon.events.language.Language;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What becomes of a row, or would.
 *
 * @param said its entry in words
 * @param status in one word, as the contract has it
 * @param told how what is written in it was read, and what it does with another entry
 * @param link the address of its entry, where it is in the register
 */
public record JudgedRow(
        Place place,
        String said,
        String status,
        List<String> told,
        List<Fault> faults,
        @Nullable String link) {
    private static final Set<String> GOOD = Set.of("recorded", "already-recorded", "accepted", "retracted");

    /**
     * What is wrong.
     *
     * @param column the header of the cell; null where the whole row is meant
     * @param written what stands in the cell
     * @param sentence what is wrong with it, and what would be right
     */
    public record Fault(@Nullable String column, @Nullable String written, String sentence) {}

    static JudgedRow of(JsonNode result, SentRows rows, Words words, Language language) {
        Place place = rows.place(result);
        String status = result.path("status").asString("");
        boolean isThere = Set.of("recorded", "already-recorded").contains(status);
        return new JudgedRow(
                place,
                rows.said(place, language),
                status,
                told(result, words.code()),
                GOOD.contains(status) ? List.of() : faults(result, place, rows, words.code()),
                isThere
                        ? "/console/territories/" + result.path("territory").asString("") + "/entries/"
                                + result.path("entryId").asString("")
                        : null);
    }

    /** Its number as a spreadsheet shows it, with its sheet where there are several. */
    public String where() {
        return place.sheet().isEmpty() ? Long.toString(place.line()) : place.sheet() + ", " + place.line();
    }

    public boolean isGood() {
        return GOOD.contains(status);
    }

    private static List<String> told(JsonNode result, String language) {
        return Stream.of(
                        Stream.of(said(result.path("does"), language)),
                        Stream.of(result.path("status").asString("").equals("retracted") ? said(result, language) : ""),
                        detailed(result.path("dates")),
                        detailed(result.path("things")))
                .flatMap(each -> each)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static Stream<String> detailed(JsonNode read) {
        return read.valueStream().map(each -> each.path("detail").asString(""));
    }

    private static String said(JsonNode told, String language) {
        return told.path("details").path(language).asString("");
    }

    private static List<Fault> faults(JsonNode result, Place place, SentRows rows, String language) {
        if (result.path("errors").isEmpty()) {
            String title = result.path("titles").path(language).asString("");
            String detail = said(result, language);
            return List.of(new Fault(null, null, detail.isEmpty() ? title : detail));
        }
        return result.path("errors")
                .valueStream()
                .map(error -> fault(error, place, rows, language))
                .toList();
    }

    private static Fault fault(JsonNode error, Place place, SentRows rows, String language) {
        String column = error.path("column").asString("");
        return new Fault(
                column.isEmpty() ? null : column,
                column.isEmpty() ? null : rows.cell(place, column),
                said(error, language));
    }
}
