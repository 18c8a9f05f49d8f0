package fr.jalon.query.export;

import static fr.jalon.query.export.Carried.carry;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.RegisterState;
import fr.jalon.answers.contract.StateAnswer;
import fr.jalon.answers.contract.Totals;
import fr.jalon.events.RandomRegisters;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import fr.jalon.events.meaning.FactKind;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.query.QueryServer;
import fr.jalon.query.ReadModels;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

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
    /** One whose register has fundings on the day that is asked about. */
    private static final long SEED = LongStream.iterate(11, seed -> seed + 1)
            .filter(ExportTest::hasFunding)
            .findFirst()
            .orElseThrow();

    private static final List<Recorded> ENTRIES = RandomRegisters.of(SEED, RANDOM, 60);

    @BeforeAll
    static void record() {
        ENTRIES.forEach(each -> MODELS.record(each.recordedAt(), each.entry()));
        lille(1, """
                "type": "territory-opened", "effective": "2015", "name": "Lille", "kind": "city", "departments": ["59"]""");
        lille(2, """
                "type": "funding-granted", "effective": "2023-06-27", "funding": {"id": "mel-cvg", "name": "Soutien; MEL"},
                "funder": {"id": "24590041000011", "name": "Métropole européenne de Lille"}, "programme": "convergence",
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
                "entries.csv",
                "funding.csv",
                "funding.json",
                "funding-scdl.csv",
                "funding-scdl-left-out.csv",
                "events.ndjson"
            })
    void a_file_is_written_so_for_ever(String file) throws IOException {
        String asOf = file.startsWith("e") ? null : "2023-07-01";
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
            assertThat(plain(carry(path + name + ".ods", day).ods())).isEqualTo(plain(csv));
        }
    }

    @Test
    void a_state_has_a_row_for_each_subject_and_the_outlook_of_the_answer() {
        String path = "/territories/" + RANDOM;
        for (int position : List.of(0, 20, 60)) {
            String[] at = {"asOf", "2021-06-01", "knownAt", Integer.toString(position)};
            JsonNode answer = SERVER.get(path, at).json();
            List<String> expected = new ArrayList<>();
            answer.get("facts")
                    .forEachEntry((subject, facts) -> byKey(facts)
                            .forEach((key, values) -> expected.add(String.join(
                                    " ",
                                    subject,
                                    key,
                                    values.getFirst().get("certainty").stringValue(),
                                    values.getFirst().get("held").stringValue(),
                                    alike(values, "/since"),
                                    alike(values, "/until"),
                                    alike(values, "/value/carrier/name")))));
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
    void the_amounts_of_a_table_add_up_to_what_is_given_at_least_and_at_most() {
        for (int month = 1; month <= 24; month++) {
            LocalDate day = LocalDate.of(2020, 1, 1).plusMonths(month);
            RegisterState state = RegisterState.of(RANDOM, MODELS.register(RANDOM), new AsOf(day));
            Totals totals = Totals.of(
                    state.bySubject().stream()
                            .filter(values -> values.getFirst().subject().kind() == FactKind.FUNDING)
                            .toList(),
                    any -> true);

            List<Map<String, String>> rows = carry(
                            "/territories/" + RANDOM + "/export/funding.csv", "asOf", day.toString())
                    .csv(';');

            assertThat(List.of(sum(rows, "valueMin"), sum(rows, "valueMax")))
                    .as("seed %d as of %s", SEED, day)
                    .isEqualTo(totals.amounts().stream()
                            .findFirst()
                            .map(amount -> List.of(new BigDecimal(amount.atLeast()), new BigDecimal(amount.atMost())))
                            .orElse(List.of(BigDecimal.ZERO, BigDecimal.ZERO)));
        }
    }

    private static BigDecimal sum(List<Map<String, String>> rows, String column) {
        return rows.stream()
                .map(row -> new BigDecimal(row.getOrDefault(column, "0")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
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
            assertThat(StateAnswer.of(RegisterState.of(RANDOM, again, day), null))
                    .as("seed %d as of %s", SEED, day)
                    .isEqualTo(StateAnswer.of(RegisterState.of(RANDOM, MODELS.register(RANDOM), day), null));
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
    void of_an_entry_and_its_corrections_the_table_says_which_one_counts() {
        String register = "export-corrected";
        MODELS.record(register, 0, """
                "type": "territory-opened", "effective": "2015", "name": "Corrigé", "kind": "city\"""");
        for (int i = 1; i <= 2; i++) {
            MODELS.record(register, i, """
                    "type": "funding-granted", "effective": "2023", "funding": "f%d", "funder": "mel",
                    "amount": {"value": "10000", "currency": "EUR"}""".formatted(i));
        }
        for (int i = 3; i <= 4; i++) {
            MODELS.record(register, i, """
                    "type": "entry-corrected", "target": "%s", "kind": "wrong", "reason": "Relu", "entry": {
                        "territory": "export-corrected", "type": "funding-granted", "effective": "2023",
                        "funding": "f1", "funder": "mel", "amount": {"value": "1%d000", "currency": "EUR"}}
                    """.formatted(ReadModels.id(register, 1), i));
        }
        MODELS.record(register, 5, """
                "type": "entry-contested", "target": "%s", "reason": "Non", "by": "a"
                """.formatted(ReadModels.id(register, 2)));
        MODELS.record(register, 6, """
                "type": "entry-retracted", "target": "%s", "reason": "Erreur"
                """.formatted(ReadModels.id(register, 4)));

        assertThat(standings(register, "6"))
                .containsExactly(
                        "1 in-force - -",
                        "2 corrected 5 -",
                        "3 in-force - -",
                        "4 corrected 5 2",
                        "5 in-force - 2",
                        "6 in-force - 3");
        assertThat(standings(register, "7"))
                .contains("2 corrected 4 -", "4 in-force - 2", "5 retracted 7 2", "7 in-force - 5");
        MODELS.record(register, 7, """
                "type": "entry-retracted", "target": "%s", "reason": "Doublon"
                """.formatted(ReadModels.id(register, 1)));
        assertThat(standings(register, "8")).contains("2 retracted 8 -", "4 retracted 8 2", "8 in-force - 2");
    }

    private static List<String> standings(String register, String knownAt) {
        return carry("/territories/" + register + "/export/entries.csv", "knownAt", knownAt).csv(';').stream()
                .map(row -> String.join(
                        " ",
                        row.get("register.position"),
                        row.get("register.standing"),
                        row.getOrDefault("register.replacedBy", "-"),
                        row.getOrDefault("register.about", "-")))
                .toList();
    }

    @Test
    void a_history_longer_than_a_page_is_whole() {
        String path = "/territories/export-long/export/history";
        MODELS.record("export-long", 0, """
                "type": "territory-opened", "effective": "2015", "name": "Long", "kind": "city\"""");
        for (int i = 1; i <= 500; i++) {
            MODELS.record("export-long", i, """
                    "type": "entry-contested", "target": "%s", "reason": "Non", "by": "a\"""".formatted(ReadModels.id("export-long", i - 1)));
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
        MODELS.record("export-wordy", WORDY, """
                "type": "territory-opened", "effective": "2015", "name": "Long", "kind": "city\"""");
        MODELS.record("export-wordy", WORDY + 1, """
                "type": "entry-corrected", "target": "%s", "kind": "wrong", "reason": "Mot à mot", "entry": {
                    "territory": "export-wordy", "type": "perimeter-changed", "effective": "2015", "departments": ["59"],
                    "description": "%2$s", "note": "%2$s", "source": {"title": "%2$s", "locator": "%2$s"}}
                """.formatted(ReadModels.id("export-wordy", WORDY), text));
        for (String workbook : List.of(".xlsx", ".ods")) {
            Carried refused = carry(path + workbook);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(Json.parse(refused.text()).get("code").stringValue()).isEqualTo("cell-too-long");
            assertThat(Json.parse(refused.text()).get("detail").stringValue()).contains("« entry »");
        }
        assertThat(carry(path + ".csv").csv(';').getLast().get("entry")).contains(text);
    }

    /** What a spreadsheet takes for a formula, and what looks like what is done against that. */
    @Test
    void evil_texts_are_inert_in_a_file_and_come_back_as_they_were() {
        Random random = new Random(SEED);
        List<String> texts = new ArrayList<>();
        MODELS.record("export-evil", 0, """
                "type": "territory-opened", "effective": "2015", "name": "Mal", "kind": "city\"""");
        for (int i = 1; i <= 300; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = 1 + random.nextInt(6); length > 0; length--) {
                text.append(EVIL.get(random.nextInt(EVIL.size())));
            }
            String evil = text.append('x').toString();
            texts.add(evil);
            MODELS.record(
                    "export-evil", i, """
                    "type": "entry-contested", "target": "%s", "reason": %s, "by": {"id": "a", "name": %s\
                    }""".formatted(ReadModels.id("export-evil", i - 1), quoted(evil), quoted(evil)));
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

    private static Map<String, List<JsonNode>> byKey(JsonNode facts) {
        return facts.valueStream()
                .collect(Collectors.groupingBy(
                        fact -> fact.get("key").stringValue(), LinkedHashMap::new, Collectors.toList()));
    }

    /** What all tell alike. */
    private static String alike(List<JsonNode> values, String part) {
        Set<String> told =
                values.stream().map(value -> value.at(part).asString("-")).collect(Collectors.toSet());
        return told.size() == 1 ? told.iterator().next() : "-";
    }

    private static String shown(Map<String, String> row) {
        return "outlook".equals(row.get("subject"))
                ? row.get("entries") + " " + row.get("type") + " " + row.getOrDefault("since", "-")
                : String.join(
                        " ",
                        row.getOrDefault("subject", ""),
                        row.getOrDefault("key", ""),
                        row.getOrDefault("certainty", ""),
                        row.getOrDefault("held", ""),
                        row.getOrDefault("since", "-"),
                        row.getOrDefault("until", "-"),
                        row.getOrDefault("carrier.name", "-"));
    }

    private static String quoted(String text) {
        return Json.MAPPER.writeValueAsString(text);
    }

    /** A workbook has numbers and truths of its own kind. */
    private static List<String> plain(List<Map<String, String>> rows) {
        return rows.stream()
                .map(row -> row.toString().replaceAll("\\.0(?=[,}])", "").toLowerCase(Locale.ROOT))
                .toList();
    }

    private static void lille(int number, String content) {
        MODELS.record("export-lille", number, content);
    }

    private static String golden(String file) throws IOException {
        try (InputStream golden = ExportTest.class.getResourceAsStream("export/" + file)) {
            return new String(Objects.requireNonNull(golden, file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean hasFunding(long seed) {
        Register register = Register.of(RandomRegisters.of(seed, RANDOM, 60));
        return RegisterState.of(RANDOM, register, new AsOf(LocalDate.parse("2023-07-01"))).facts().stream()
                .anyMatch(fact -> fact.subject().kind() == FactKind.FUNDING);
    }
}
