package fr.jalon.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.RandomRegisters;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import fr.jalon.events.register.AsOf;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.events.register.RegisterState;
import fr.jalon.events.register.StateJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is carried away as a file says what the answers say. */
class ExportTest {
    private static final QueryServer SERVER = QueryServer.shared();
    private static final ReadModels MODELS = QueryServer.sharedModels();
    private static final String PATH = "/territories/export-lille/export/";
    private static final String RANDOM = "export-random";
    private static final String BEFORE_WORDY = "2024-05-01T10:00:00.5Z";
    private static final List<String> EVIL =
            List.of("=", "+", "-", "@", "\t", "\n", "'", "\"", ";", "\\", " ", "|", "é", "=1+1", "''");
    private static final int WORDY = 900_000;
    private static final long SEED = 11;
    private static final List<Recorded> ENTRIES = RandomRegisters.of(SEED, RANDOM, 60);

    @BeforeAll
    static void record() {
        ENTRIES.forEach(each -> MODELS.record(each.recordedAt(), each.entry()));
        lille(1, """
                "type": "territory-opened", "effective": "2015", "name": "Lille", "kind": "city", "departments": ["59"]""");
        lille(2, """
                "type": "funding-granted", "effective": "2023-06-27", "funding": {"id": "mel-cvg", "name": "Soutien; MEL"},
                "funder": {"id": "24590041000012", "name": "Métropole européenne de Lille"}, "programme": "convergence",
                "purpose": "Accompagnement \\"renforcé\\" des salariés", "amount": {"value": "47800.2", "currency": "EUR"}""");
        lille(3, """
                "type": "funding-granted", "effective": "2023", "funding": {"id": "ars", "name": "=HYPERLINK(\\"http://x\\")"},
                "funder": {"id": "ars-hdf", "name": "ARS Hauts-de-France"}""");
        lille(4, """
                "type": "watchpoint-raised", "effective": "2023-09", "watchpoint": "logement", "kind": "need",
                "description": "Deux lignes :\\nla seconde", "status": "planned"
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state.csv",
                "funding.csv",
                "funding.json",
                "funding-scdl.csv",
                "funding-scdl-left-out.csv",
                "events.ndjson"
            })
    void a_file_is_written_so_for_ever(String file) throws IOException {
        String asOf = file.startsWith("events") ? null : "2023-07-01";
        Carried carried = asOf == null ? carry(PATH + file) : carry(PATH + file, "asOf", asOf);

        assertThat(carried.status()).isEqualTo(200);
        assertThat(carried.text()).isEqualTo(golden(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "history", "funding", "funding-scdl-left-out"})
    void a_table_is_the_same_in_every_form(String name) {
        for (String path : List.of(PATH, "/territories/" + RANDOM + "/export/", "/export/")) {
            String[] day = name.equals("history")
                    ? new String[] {"knownAt", BEFORE_WORDY}
                    : new String[] {"asOf", "2023-07-01"};
            List<Map<String, String>> csv = carry(path + name + ".csv", day).csv(';');

            assertThat(csv).as("seed %d, %s%s", SEED, path, name).isNotEmpty();
            assertThat(carry(path + name + ".json", day).json()).isEqualTo(csv);
            assertThat(plain(carry(path + name + ".xlsx", day).xlsx())).isEqualTo(plain(csv));
        }
    }

    @Test
    void a_state_has_the_facts_and_the_outlook_of_the_answer() {
        String path = "/territories/" + RANDOM;
        for (int position : List.of(0, 20, 60)) {
            String[] at = {"asOf", "2021-06-01", "knownAt", Integer.toString(position)};
            JsonNode answer = SERVER.get(path, at).json();
            List<String> expected = new ArrayList<>();
            answer.get("facts")
                    .forEachEntry((subject, facts) -> facts.forEach(fact -> expected.add(String.join(
                            " ",
                            subject,
                            fact.get("key").stringValue(),
                            fact.get("certainty").stringValue(),
                            fact.get("since").asString("-"),
                            fact.get("until").asString("-"),
                            fact.at("/value/carrier/name").asString("-")))));
            answer.get("outlook")
                    .forEach(announced -> expected.add(announced.get("entryId").stringValue() + " "
                            + announced.get("type").stringValue() + " "
                            + announced.get("effective").asString("-")));
            List<String> carried = carry(path + "/export/state.csv", at).csv(';').stream()
                    .map(ExportTest::shown)
                    .toList();

            assertThat(carried).as("seed %d position %d", SEED, position).isEqualTo(expected);
        }
    }

    @Test
    void lines_to_record_again_are_the_entries_as_they_were_recorded() {
        List<String> recorded = new ArrayList<>();
        ENTRIES.forEach(each -> recorded.add(EntryJson.write(each.entry())));

        assertThat(carry("/territories/" + RANDOM + "/export/entries.ndjson")
                        .text()
                        .lines())
                .containsExactlyElementsOf(recorded);
        assertThat(carry("/territories/" + RANDOM + "/export/entries.ndjson", "knownAt", "17")
                        .text()
                        .lines())
                .containsExactlyElementsOf(recorded.subList(0, 17));
        assertThat(carry("/export/entries.ndjson").text().lines()).containsAll(recorded);
    }

    @Test
    void lines_folded_again_make_the_same_register() {
        Register again = Register.empty();
        for (String line : carry("/territories/" + RANDOM + "/export/entries.ndjson")
                .text()
                .lines()
                .toList()) {
            Instant later = QueryServer.NOON.plusSeconds(again.position());
            again = again.with(new Recorded(again.position() + 1, later, EntryJson.read(line)));
        }
        Random random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            AsOf day = new AsOf(LocalDate.parse("2019-12-01").plusDays(random.nextInt(1150)));
            assertThat(StateJson.of(RegisterState.of(RANDOM, again, day), null))
                    .as("seed %d as of %s", SEED, day)
                    .isEqualTo(StateJson.of(RegisterState.of(RANDOM, MODELS.register(RANDOM), day), null));
        }
    }

    @Test
    void an_event_has_what_cloud_events_ask_for() {
        List<String> sequences = new ArrayList<>();
        for (String line : carry("/territories/" + RANDOM + "/export/events.ndjson")
                .text()
                .lines()
                .toList()) {
            JsonNode event = Json.parse(line);
            assertThat(event.get("specversion").stringValue()).isEqualTo("1.0");
            assertThat(event.get("id")).isEqualTo(event.at("/data/entryId"));
            assertThat(event.get("type").stringValue())
                    .isEqualTo("fr.jalon." + event.at("/data/type").stringValue());
            assertThat(event.get("source").stringValue()).isEqualTo("/api/v1/territories/" + RANDOM);
            assertThat(event.get("subject").stringValue()).isNotEmpty();
            sequences.add(event.get("sequence").stringValue());
        }
        assertThat(sequences).hasSize(ENTRIES.size()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void what_was_said_of_an_entry_stands_beside_it_as_it_was_known() {
        String path = "/territories/" + RANDOM;
        Set<String> kinds = new LinkedHashSet<>();
        for (int position : List.of(20, 60)) {
            List<Map<String, String>> rows = carry(path + "/export/history.csv", "knownAt", Integer.toString(position))
                    .csv(';');
            assertThat(rows).hasSize(position);
            for (Map<String, String> row : rows) {
                row.forEach((column, cell) -> {
                    if (column.endsWith("edBy")) {
                        kinds.add(column);
                        assertThat(rows.stream().map(each -> each.get("entryId")))
                                .as("seed %d position %d %s", SEED, position, column)
                                .contains(cell.split("\\|"));
                    }
                });
            }
        }
        assertThat(kinds).contains("register.correctedBy", "register.retractedBy", "register.contestedBy");
    }

    @Test
    void a_history_longer_than_a_page_is_whole() {
        String path = "/territories/export-long/export/history";
        record("export-long", 0, """
                "type": "territory-opened", "effective": "2015", "name": "Long", "kind": "city\"""");
        for (int i = 1; i <= 500; i++) {
            record("export-long", i, """
                    "type": "entry-contested", "target": "%s", "reason": "Non", "by": "a\"""".formatted(id("export-long", i - 1)));
        }
        List<Map<String, String>> rows = carry(path + ".csv").csv(';');
        assertThat(rows.stream().map(row -> row.get("register.position")))
                .hasSize(501)
                .doesNotHaveDuplicates();
        assertThat(carry(path + ".xlsx").xlsx()).isEqualTo(rows);
    }

    @Test
    void a_text_that_no_cell_of_a_workbook_can_hold_is_refused_there_only() {
        String path = "/territories/export-wordy/export/history";
        String text = "a".repeat(10_000);
        record("export-wordy", WORDY, """
                "type": "territory-opened", "effective": "2015", "name": "Long", "kind": "city\"""");
        record("export-wordy", WORDY + 1, """
                "type": "entry-corrected", "target": "%s", "kind": "wrong", "reason": "Mot à mot", "entry": {
                    "territory": "export-wordy", "type": "perimeter-changed", "effective": "2015", "departments": ["59"],
                    "description": "%2$s", "note": "%2$s", "source": {"title": "%2$s", "locator": "%2$s"}}
                """.formatted(id("export-wordy", WORDY), text));
        Carried refused = carry(path + ".xlsx");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(Json.parse(refused.text()).get("code").stringValue()).isEqualTo("cell-too-long");
        assertThat(Json.parse(refused.text()).get("detail").stringValue()).contains("« entry »");
        assertThat(carry(path + ".csv").csv(';').getLast().get("entry")).contains(text);
    }

    @Test
    void the_mark_of_utf_8_stands_where_a_spreadsheet_asks_for_it_only() {
        assertThat(carry(PATH + "state.csv", "bom", "true").text()).startsWith("\uFEFFterritory;");
        assertThat(carry(PATH + "state.csv").text()).startsWith("territory;");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/csv                                                          | text/csv;charset=UTF-8
            application/json                                                  | application/json
            application/vnd.openxmlformats-officedocument.spreadsheetml.sheet | application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
            */*                                                               | text/csv;charset=UTF-8
            text/html, application/json;q=0.9, */*;q=0.1                      | application/json
            text/csv;q=0.1, application/json                                  | application/json
            """)
    void a_file_without_extension_comes_in_the_form_that_is_accepted(String accept, String type) {
        Carried carried = Carried.of(SERVER.question(PATH + "state").header("Accept", accept));

        assertThat(carried.header("Content-Type")).isEqualTo(type);
        assertThat(carried.header("Vary")).contains("Accept");
    }

    @Test
    void a_file_has_a_name_to_save_it_by() {
        assertThat(carry(PATH + "state.xlsx", "asOf", "2023-06-01").header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"export-lille-state-2023-06-01.xlsx\"");
        assertThat(carry("/export/history", "format", "json").header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"territoires-history.json\"");
    }

    @Test
    void the_permanent_link_of_a_file_gives_its_very_bytes() {
        for (String name : List.of("state.csv", "history.json", "funding-scdl-left-out.csv", "entries.ndjson")) {
            Carried carried = carry(PATH + name);
            Carried again = follow(carried.header("Link"));

            assertThat(again.bytes()).as(carried.header("Link")).isEqualTo(carried.bytes());
            assertThat(again.header("Cache-Control")).contains("immutable");
            assertThat(again.header("Repr-Digest"))
                    .isEqualTo(carried.header("Repr-Digest"))
                    .isEqualTo(Freshness.receipt(Freshness.sha256().digest(carried.bytes())));
        }
        assertThat(follow(carry(PATH + "state.csv", "bom", "true").header("Link"))
                        .text())
                .startsWith("\uFEFF");
        assertThat(carry(PATH + "state.xlsx").header("Link"))
                .as("a workbook says when it was made: no link gives its bytes again")
                .isEmpty();
    }

    @Test
    void all_territories_are_cited_at_an_instant_that_is_settled() {
        Carried settled = carry("/export/history.csv", "knownAt", BEFORE_WORDY);

        assertThat(follow(settled.header("Link")).bytes()).isEqualTo(settled.bytes());
    }

    /** What a spreadsheet takes for a formula, and what looks like what is done against that. */
    @Test
    void evil_texts_are_inert_in_a_file_and_come_back_as_they_were() {
        Random random = new Random(SEED);
        List<String> texts = new ArrayList<>();
        record("export-evil", 0, """
                "type": "territory-opened", "effective": "2015", "name": "Mal", "kind": "city\"""");
        for (int i = 1; i <= 300; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = 1 + random.nextInt(6); length > 0; length--) {
                text.append(EVIL.get(random.nextInt(EVIL.size())));
            }
            String evil = text.append('x').toString();
            texts.add(evil);
            record("export-evil", i, """
                    "type": "entry-contested", "target": "%s", "reason": %s, "by": {"id": "a", "name": %s\
                    }""".formatted(id("export-evil", i - 1), quoted(evil), quoted(evil)));
        }
        Carried csv = carry("/territories/export-evil/export/history.csv");
        List<Map<String, String>> rows = csv.csv(';');

        for (String column : List.of("reason", "by.name")) {
            assertThat(rows.stream().skip(1).map(row -> row.get(column)))
                    .as("seed %d", SEED)
                    .containsExactlyElementsOf(texts);
        }
        assertThat(csv.rawCsv(';').stream().flatMap(row -> row.values().stream()))
                .noneMatch(cell -> "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0);
        assertThat(carry("/territories/export-evil/export/history.xlsx").xlsx()).isEqualTo(rows);
    }

    @Test
    void a_file_that_can_never_change_is_kept_and_one_that_is_the_same_is_not_sent_again() {
        Carried pinned = carry(PATH + "history.csv", "knownAt", "2");
        assertThat(pinned.header("Cache-Control")).contains("immutable");
        Carried now = carry(PATH + "history.csv");
        assertThat(now.header("Cache-Control")).contains("no-cache");
        Carried again = Carried.of(SERVER.question(PATH + "history.csv").header("If-None-Match", now.header("ETag")));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.bytes()).isEmpty();
        assertThat(carry(PATH + "history.json").header("ETag")).isNotEqualTo(now.header("ETag"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            state.pdf,                   404, unknown-export
            history.ndjson,              404, unknown-export
            funding-scdl.xlsx,           404, unknown-export
            secrets.csv,                 404, unknown-export
            STATE.csv,                   404, unknown-export
            state?format=pdf,            400, invalid-parameter
            state.csv?format=csv,        400, invalid-parameter
            state.csv?bom=oui,           400, invalid-parameter
            state.xlsx?bom=true,         400, invalid-parameter
            funding-scdl.csv?bom=true,   400, invalid-parameter
            history.csv?asOf=2023-01-01, 400, invalid-parameter
            state.csv?asOf=hier,         400, invalid-parameter
            state.csv?knownAt=x,         400, invalid-parameter
            state.csv?asof=2023-01-01,   400, unknown-parameter
            """)
    void what_cannot_be_carried_away_is_refused(String file, int status, String code) {
        for (String path : List.of(PATH, "/export/")) {
            Carried refused = carry(path + file);
            assertThat(refused.status()).as(refused.text()).isEqualTo(status);
            assertThat(Json.parse(refused.text()).get("code").stringValue()).isEqualTo(code);
        }
    }

    @Test
    void a_territory_that_nobody_opened_and_a_form_that_nobody_writes_are_refused() {
        assertThat(carry("/territories/nowhere/export/state.csv").status()).isEqualTo(404);
        assertThat(Carried.of(SERVER.question(PATH + "state").header("Accept", "image/png"))
                        .status())
                .isEqualTo(406);
        assertThat(carry("/export/state.csv", "knownAt", "3").status())
                .as("registers share no positions")
                .isEqualTo(400);
    }

    private static String shown(Map<String, String> row) {
        return "outlook".equals(row.get("subject"))
                ? row.get("entries") + " " + row.get("type") + " " + row.getOrDefault("since", "-")
                : String.join(
                        " ",
                        row.getOrDefault("subject", ""),
                        row.getOrDefault("key", ""),
                        row.getOrDefault("certainty", ""),
                        row.getOrDefault("since", "-"),
                        row.getOrDefault("until", "-"),
                        row.getOrDefault("carrier.name", "-"));
    }

    private static String quoted(String text) {
        return Json.MAPPER.writeValueAsString(text);
    }

    private static Carried follow(String link) {
        return Carried.of(SERVER.as("auditor", link.substring(1, link.indexOf('>'))));
    }

    /** A workbook has numbers and truths of its own kind. */
    private static List<String> plain(List<Map<String, String>> rows) {
        return rows.stream()
                .map(row -> row.toString().replaceAll("\\.0(?=[,}])", "").toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Carried carry(String path, String... parameters) {
        return Carried.of(SERVER.question(path, parameters));
    }

    private static void lille(int number, String content) {
        record("export-lille", number, content);
    }

    /** Recorded a microsecond apart, on a day that all tests of all territories look back on. */
    private static void record(String territory, int number, String content) {
        ObjectNode entry = (ObjectNode) Json.parse("{" + content + "}");
        entry.put("entryId", id(territory, number));
        entry.put("territory", territory);
        MODELS.record("2024-05-01T10:00:00.%06dZ".formatted(number), entry.toString());
    }

    private static String id(String territory, int number) {
        return "%08x-0000-0000-0000-%012d".formatted(territory.hashCode(), number);
    }

    private static String golden(String file) throws IOException {
        try (InputStream golden = ExportTest.class.getResourceAsStream("export/" + file)) {
            return new String(Objects.requireNonNull(golden, file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
