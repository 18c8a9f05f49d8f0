package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.RandomRegisters;
import fr.jalon.events.json.EntryJson;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is exported can be recorded again, in a register that is empty, and makes the same state on any day. */
@Tag("long")
class RoundTripTest {
    private static final int TRIED = 250;
    private static final int QUESTIONS = 100;
    private static final Map<String, String> WORKBOOKS = Map.of(
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "ods", "application/vnd.oasis.opendocument.spreadsheet");

    private final Asking national = new Asking(DemoServer.running().address(), "national");

    @ParameterizedTest
    @ValueSource(longs = {0x1a1, 0x1a2})
    void an_exported_register_recorded_again_says_the_same_on_any_day(long seed) throws Exception {
        String there = "aller-" + seed;
        String back = "retour-" + seed;
        String exported = exported(there, record(tried(there, seed)));
        assertThat(values(exported.lines().toList(), "type"))
                .as("seed %d", seed)
                .contains("entry-corrected", "entry-retracted", "entry-contested", "announcement-abandoned");
        assertThat(exported).contains("\"status\":\"planned\"");

        // Ids are taken once and for all: a copy beside the original needs others, as long and in the same order.
        String copy = elsewhere(exported, seed);
        List<String> results = record(copy);
        assertThat(values(results, "status")).as("seed %d", seed).containsExactly("recorded");
        assertThat(exported(back, results)).as("seed %d", seed).isEqualTo(copy);

        Random random = new Random(seed);
        for (int i = 0; i < QUESTIONS; i++) {
            LocalDate day = LocalDate.parse("2019-06-01").plusDays(random.nextInt(3000));
            assertThat(state(back, day))
                    .as("seed %d as of %s", seed, day)
                    .isEqualTo(elsewhere(state(there, day), seed));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0x1a3})
    void an_exported_table_recorded_again_makes_the_same_entries(long seed) throws Exception {
        String there = "aller-" + seed;
        String back = "retour-" + seed;
        String exported = exported(there, record(tried(there, seed)));

        String table = elsewhere(national.text("/territories/" + there + "/export/entries.csv", "*/*"), seed);
        List<String> results = recordTable("text/csv", table.getBytes(StandardCharsets.UTF_8));
        assertThat(values(results, "status")).as("seed %d", seed).containsExactly("recorded");
        assertThat(exported(back, results)).as("seed %d", seed).isEqualTo(elsewhere(exported, seed));

        // Any other content would be a correction.
        for (Map.Entry<String, String> kind : WORKBOOKS.entrySet()) {
            byte[] workbook = national.bytes("/territories/" + back + "/export/entries." + kind.getKey());
            assertThat(values(recordTable(kind.getValue(), workbook), "status"))
                    .as("seed %d, %s", seed, kind.getKey())
                    .contains("already-recorded")
                    .isSubsetOf("already-recorded", "retracted");
        }
    }

    @Test
    void texts_that_a_spreadsheet_would_take_for_something_else_come_back_from_both_kinds_of_table() throws Exception {
        String lines = """
            {"entryId":"00000000-0000-4000-8000-0000000a11e1","territory":"§","type":"territory-opened","effective":"2015","name":"=1+1","kind":"city"}
            {"entryId":"00000000-0000-4000-8000-0000000a11e2","territory":"§","type":"figure-reported","effective":"2023","indicator":"i","programme":"p","value":"12.125","note":"_x000D_, =1+1;＝2\\n- un\\n'- deux"}
            {"entryId":"00000000-0000-4000-8000-0000000a11e3","territory":"§","type":"figure-reported","effective":"2024","indicator":"i","programme":"p","value":"123456789012345678.123456","note":" autour de \\"=1\\" "}
            {"entryId":"00000000-0000-4000-8000-0000000a11e4","territory":"§","type":"recruitment-opened","effective":"2024","status":"planned","recruitment":"r"}
            {"entryId":"00000000-0000-4000-8000-0000000a11e5","territory":"§","type":"recruitment-opened","effective":"2024-03","recruitment":"r","fulfils":"00000000-0000-4000-8000-0000000a11e4"}
            """;
        List<String> recorded = record(lines.replace("§", "aller-texte"));
        assertThat(values(recorded, "status")).containsExactly("recorded");
        assertThat(recorded).hasSize(5);
        String exported = exported("aller-texte", recorded);

        String table = national.text("/territories/aller-texte/export/entries.csv?minPosition=5", "*/*");
        assertThat(table).contains("'=1+1", "_x000D_,' =1+1;'＝2\n'- un\n''- deux", "12.1250");
        List<String> back = recordTable(
                "text/csv",
                table.replace("aller-texte", "retour-texte")
                        .replace("0000000a11e", "0000000b11e")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(values(back, "status")).containsExactly("recorded");
        assertThat(exported("retour-texte", back))
                .isEqualTo(exported.replace("aller-texte", "retour-texte").replace("0000000a11e", "0000000b11e"));
        for (Map.Entry<String, String> kind : WORKBOOKS.entrySet()) {
            byte[] workbook =
                    national.bytes("/territories/retour-texte/export/entries." + kind.getKey() + "?minPosition=5");
            assertThat(values(recordTable(kind.getValue(), workbook), "status"))
                    .as(kind.getKey())
                    .containsExactly("already-recorded");
        }
    }

    private static String tried(String territory, long seed) {
        return RandomRegisters.of(seed, territory, TRIED).stream()
                .map(each -> EntryJson.write(each.entry()))
                .collect(Collectors.joining("\n"));
    }

    /** The results of a table's rows, less the summary. */
    private List<String> recordTable(String type, byte[] table) throws Exception {
        HttpResponse<String> answer = national.post("/entries", type, table);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<String> lines = answer.body().lines().toList();
        assertThat(lines.getLast()).contains("\"complete\":true");
        return lines.subList(0, lines.size() - 1);
    }

    private List<String> record(String lines) throws Exception {
        HttpResponse<String> answer = national.post("/entries", lines);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body().lines().toList();
    }

    /** All that these results say was recorded; what the rules refused was not. */
    private String exported(String territory, List<String> results) throws Exception {
        int position = values(results, "position").stream()
                .filter(each -> !each.equals("?"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElseThrow();
        return national.text("/territories/" + territory + "/export/entries.ndjson?minPosition=" + position, "*/*");
    }

    /** The state, less the instant it was known at: the recorded time is each register's own. */
    private String state(String territory, LocalDate day) throws Exception {
        JsonNode state = national.get("/territories/" + territory + "?asOf=" + day);
        return state.toString().replaceFirst("\"knownAt\":\"[^\"]*\",", "");
    }

    private static String elsewhere(String text, long seed) {
        return text.replace("aller-" + seed, "retour-" + seed)
                .replace("00000000-0000-%04x-".formatted(seed), "00000000-0000-%04x-".formatted(seed + 0x1000));
    }

    private static Set<String> values(List<String> lines, String field) {
        return lines.stream()
                .map(line -> JsonMapper.shared().readTree(line).path(field).asString("?"))
                .collect(Collectors.toSet());
    }
}
