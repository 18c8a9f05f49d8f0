package fr.jalon.console.importing;

import fr.jalon.console.client.RefusedCall;
import fr.jalon.console.page.Visit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What becomes of a table line by line, or would.
 *
 * @param refusal why the register takes nothing of it; null where it reads it
 * @param faults what is wrong with its headers
 * @param counts how many rows become what, by the word of the contract
 * @param isWhole whether it could be read to its end
 * @param unread the sheets that are no tables of entries
 */
public record Preview(
        @Nullable String refusal,
        List<String> faults,
        List<JudgedRow> rows,
        Map<String, Integer> counts,
        boolean isWhole,
        String unread) {
    /** As many as somebody looks through; the table of what is to be mended has all. */
    private static final int SHOWN = 200;

    static Preview of(byte[] answered, SentRows sent, Visit visit) {
        List<JudgedRow> rows = new ArrayList<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        boolean isWhole = false;
        String unread = "";
        for (String line : new String(answered, StandardCharsets.UTF_8).lines().toList()) {
            JsonNode result = JsonMapper.shared().readTree(line);
            JsonNode summary = result.path("summary");
            if (summary.isObject()) {
                isWhole = summary.path("complete").asBoolean(false);
                unread = summary.path("otherSheets")
                        .valueStream()
                        .map(each -> each.asString(""))
                        .collect(Collectors.joining(", "));
            } else {
                JudgedRow row =
                        JudgedRow.of(result, sent, visit.words(), visit.caller().language());
                rows.add(row);
                counts.merge(row.status(), 1, Integer::sum);
            }
        }
        return new Preview(null, List.of(), rows, counts, isWhole, unread);
    }

    /** Nothing of it is taken. */
    static Preview refused(RefusedCall refusal, String language) {
        List<String> faults =
                Objects.requireNonNullElse(refusal.problem().faults(), List.<RefusedCall.Fault>of()).stream()
                        .map(fault -> Objects.requireNonNullElse(fault.details(), Map.<String, String>of())
                                .getOrDefault(language, ""))
                        .toList();
        return new Preview(refusal.sentence(language), faults, List.of(), Map.of(), true, "");
    }

    /** Those to be mended. */
    public List<JudgedRow> faulty() {
        return rows.stream().filter(row -> !row.isGood()).toList();
    }

    public List<JudgedRow> good() {
        return rows.stream().filter(JudgedRow::isGood).toList();
    }

    /** How many are not in the register yet, and would be. */
    public int toRecord() {
        return counts.getOrDefault("accepted", 0);
    }

    /** The first of some, as many as a page shows. */
    public List<JudgedRow> shown(List<JudgedRow> some) {
        return some.stream().limit(SHOWN).toList();
    }
}
