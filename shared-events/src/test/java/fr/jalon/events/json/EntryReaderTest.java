package fr.jalon.events.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.FundingEntry.FundingGranted;
import fr.jalon.events.entry.Organisation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is no entry is refused with every fault and its place; what is one is kept as it was given. */
class EntryReaderTest {
    private static final Path CASE = Path.of("../standalone/src/main/resources/cases/convergence-2023.ndjson");
    private static final UUID ID = new UUID(0, 1);

    private static final String GRANT = """
            {"territory": "lille", "type": "funding-granted", "effective": "2022", "funding": "mel-convergence"}""";
    private static final String CORRECTION = """
            {"territory": "lille", "type": "entry-corrected", "target": "00000000-0000-0000-0000-000000000009",
             "kind": "wrong", "reason": "Erreur de saisie",
             "entry": {"type": "programme-launched", "effective": "2022", "programme": "phc"}}""";

    /** Each fault once: the field of a good grant or correction to set, to what, and the fault that comes of it. */
    private static final String EACH_FAULT = """
            grant      | /funding                 |                                | missing-field /funding
            grant      | /effective               |                                | missing-field /effective
            grant      | /territory               |                                | missing-field /territory
            grant      | /type                    |                                | missing-field /type
            grant      | /amount                  | {"value": "12"}                | missing-field /amount/currency
            grant      | /montant                 | 12                             | unknown-field /montant
            grant      | /source                  | {"title": "COPIL", "page": 3}  | unknown-field /source/page
            grant      | /~1~0                    | 1                              | unknown-field /~1~0
            grant      | /type                    | "funding-dreamt"               | unknown-type /type
            grant      | /type                    | 12                             | unknown-type /type
            grant      | /status                  | "hoped"                        | unknown-value /status
            grant      | /purpose                 | 12                             | wrong-type /purpose
            grant      | /funder                  | ["mel"]                        | wrong-type /funder
            grant      | /amount                  | "12"                           | wrong-type /amount
            grant      | /funder                  | {"id": "mel", "name": 3}       | wrong-type /funder/name
            grant      | /purpose                 | "dit jalon-person:x"           | reserved-text /purpose
            grant      | /purpose                 | "gauche\\u202Edroite"          | forbidden-character /purpose
            grant      | /purpose                 | "  "                           | invalid-text /purpose
            grant      | /entryId                 | "1-1-1-1-1"                    | invalid-uuid /entryId
            grant      | /entryId                 | "0000000g-0000-0000-0000-000000000001" | invalid-uuid /entryId
            grant      | /entryId                 | "00000000-0000-0000-0-00000000000000-1" | invalid-uuid /entryId
            grant      | /entryId                 | "+0000000-0000-0000-0000-000000000001" | invalid-uuid /entryId
            grant      | /fulfils                 | "moi"                          | invalid-uuid /fulfils
            grant      | /funder                  | "Métropole de Lille"           | invalid-slug /funder
            grant      | /funder                  | {"id": "MEL"}                  | invalid-slug /funder/id
            grant      | /amount                  | {"value": "12,5", "currency": "EUR"} | invalid-decimal /amount/value
            grant      | /amount                  | {"value": "12", "currency": "€"}     | invalid-currency /amount/currency
            grant      | /effective               | "en 2022"                      | invalid-date /effective
            grant      | /source                  | {"title": "COPIL", "asserted": "2022/2023"} | invalid-date /source/asserted
            grant      | /source                  | {"title": "COPIL", "url": "javascript:alert(1)"} | invalid-url /source/url
            opening    | /departments             | "59"                           | wrong-type /departments
            grant      | /purpose                 | "\\u00A0\\u200D\\u00AD\\u3164" | invalid-text /purpose
            grant      | /funder                  | {"id": "mel", "name": "\\u2060\\u200B"} | forbidden-character /funder/name
            grant      | /funder                  | {"id": "mel", "name": "\\u034F\\uFE0F"} | invalid-text /funder/name
            grant      | /source                  | {"title": "\\u2003\\u2800"}    | invalid-text /source/title
            opening    | /name                    | "\\u00AD"                      | invalid-text /name
            opening    | /departments             | ["59", "99"]                   | invalid-department /departments/1
            opening    | /departments             | ["20"]                         | invalid-department /departments/0
            joining    | /worksite                | {"id": "atelier", "siret": "123"} | invalid-siret /worksite/siret
            grant      | /amount                  | "12"                           | wrong-type /amount
            abandoning | /effective               |                                | missing-field /effective
            abandoning | /status                  | "possible"                     | always-actual /status
            abandoning | /fulfils                 | "00000000-0000-0000-0000-000000000009" | unknown-field /fulfils
            recruiting | /positions               | 1000001                        | invalid-count /positions
            joining    | /worksite                | {"id": "atelier", "siret": "12345678200011"} | invalid-siret /worksite/siret
            joining    | /worksite                | {"id": "atelier", "siret": "35600000049838"} | invalid-siret /worksite/siret
            correction | /entry/programme         | {"id": "phc", "name": "\\u00A0"} | invalid-text /entry/programme/name
            recruiting | /positions               | 0                              | invalid-count /positions
            recruiting | /positions               | 1.5                            | invalid-count /positions
            recruiting | /positions               | 5000000000                     | invalid-count /positions
            figure     | /value                   |                                | missing-alternative /value
            meeting    | /remote                  | "oui"                          | wrong-type /remote
            meeting    | /agenda                  | ["Bilan", ""]                  | invalid-text /agenda/1
            correction | /status                  | "planned"                      | always-actual /status
            correction | /fulfils                 | "00000000-0000-0000-0000-000000000009" | unknown-field /fulfils
            correction | /entry/entryId           | "00000000-0000-0000-0000-000000000008" | not-the-target /entry/entryId
            correction | /entry/territory         | "lyon"                         | not-the-territory /entry/territory
            correction | /entry/programme         |                                | missing-field /entry/programme
            correction | /entry                   | "rien"                         | not-an-object /entry
            correction | /entry                   | {"type": "entry-retracted", "target": "00000000-0000-0000-0000-000000000007", "reason": "x"} | not-correctable /entry/type
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = EACH_FAULT)
    void a_fault_is_named_with_its_place(String good, String pointer, String value, String fault) {
        assertThat(faults(with(good(good), pointer, value))).containsExactly(fault);
    }

    @Test
    void what_was_stored_before_a_rule_was_made_still_reads() {
        String joined = with(good("joining"), "/worksite", """
                {"id": "atelier", "name": "\\u00AD", "siret": "12345678200011", "department": "20"}""");

        assertThat(faults(joined))
                .containsExactlyInAnyOrder(
                        "invalid-text /worksite/name",
                        "invalid-siret /worksite/siret",
                        "invalid-department /worksite/department");
        String stored = EntryJson.write(EntryJson.read(Json.parse(joined), new EntryJson.Defaults(ID, null)));
        assertThat(EntryJson.write(EntryJson.readStored("worksite-joined-programme", "1", stored)))
                .isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"73282932000074", "12345678200010", "35600000000048", "35600000049837"})
    void a_siret_whose_key_is_right_is_taken_la_postes_too(String siret) {
        assertThat(read(with(good("joining"), "/worksite", "{\"id\": \"atelier\", \"siret\": \"" + siret + "\"}")))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "1", "-", "😀", "\u200Dé", "अ"})
    void whatever_shows_is_a_text(String text) {
        assertThat(read(with(GRANT, "/purpose", "\"" + text + "\""))).isNotNull();
    }

    @Test
    void faults_of_size_are_named_too() {
        String many = Collections.nCopies(201, "\"59\"").stream().collect(Collectors.joining(",", "[", "]"));
        String tooLong = "\"" + "a".repeat(10_001) + "\"";

        assertThat(faults(with(good("opening"), "/departments", many))).containsExactly("too-many /departments");
        assertThat(faults(with(GRANT, "/purpose", tooLong))).containsExactly("too-long /purpose");
    }

    @Test
    void what_is_just_within_measure_is_taken() {
        String many = Collections.nCopies(EntryReader.MAX_ITEMS, "\"59\"").stream()
                .collect(Collectors.joining(",", "[", "]"));
        for (String good : List.of(
                with(good("opening"), "/departments", many),
                with(GRANT, "/purpose", "\"" + "a".repeat(EntryReader.MAX_TEXT) + "\""),
                with(good("recruiting"), "/positions", "1"),
                with(good("recruiting"), "/positions", Integer.toString(EntryReader.MAX_COUNT)))) {
            assertThat(read(good).entryId()).isEqualTo(ID);
        }
    }

    @Test
    void each_kind_of_fault_is_tried_here() {
        Set<String> tried = EACH_FAULT
                .lines()
                .map(line -> line.substring(line.lastIndexOf('|') + 1).strip())
                .map(fault -> fault.substring(0, fault.indexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
        tried.addAll(List.of("too-many", "too-long", "not-json", "not-utf-8"));

        assertThat(tried)
                .isEqualTo(Arrays.stream(FaultCode.values())
                        .map(FaultCode::code)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void all_faults_are_told_at_once() {
        assertThat(faults("""
                        {"type": "funding-granted", "territory": "Lille", "effective": "hier", "funder": "MEL", "x": 1,
                         "amount": {"value": "douze"}, "source": {}}"""))
                .containsExactlyInAnyOrder(
                        "invalid-slug /territory",
                        "invalid-date /effective",
                        "missing-field /source/title",
                        "unknown-field /x",
                        "missing-field /funding",
                        "invalid-slug /funder",
                        "invalid-decimal /amount/value",
                        "missing-field /amount/currency");
    }

    @Test
    void a_thousand_faults_are_a_hundred() {
        String fields =
                IntStream.range(0, 1_000).mapToObj(i -> ", \"x" + i + "\": 1").collect(Collectors.joining());

        assertThat(faults(GRANT.replace("}", fields + "}"))).hasSize(EntryReader.MAX_FAULTS);
    }

    @Test
    void what_was_given_is_shown_shortened() {
        String json = with(GRANT, "/funder", "\"" + "É".repeat(5_000) + "\"");

        MalformedEntry refusal = refusal(json);

        assertThat(refusal.faults().getFirst().given()).isEqualTo("É".repeat(80) + "…");
        assertThat(refusal).hasMessage("invalid-slug at /funder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "12", "\"x\"", "null", "[]", "true"})
    void what_is_no_object_is_refused(String json) {
        assertThat(faults(json)).containsExactly("not-an-object ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"type\": }",
                "{'type': 'x'}",
                "{\"a\": 1} {\"b\": 2}",
                "{\"a\": 1,}",
                "{\"a\": 01}",
                "{\"a\": NaN}",
                "{\"a\": \"\u0000\"}",
                "\uFEFF{}",
                "{\"type\": \"x\", \"type\": \"y\"}",
                "// rien\n{}"
            })
    void what_is_no_json_is_refused_and_so_is_a_field_given_twice(String json) {
        assertThat(faults(json)).containsExactly("not-json ");
    }

    @Test
    void where_it_is_no_json_is_told_by_place_and_never_in_the_parsers_words() {
        assertThat(refusal("{\"type\":\n \"x\", 'y'}").faults().getFirst().given())
                .isEqualTo("2:7");
        assertThat(refusal("{\"a\": 1, \"a\": 2}").faults().getFirst().given()).matches("1:\\d+");
    }

    @Test
    void depth_numbers_texts_and_names_out_of_all_measure_are_refused() {
        assertThat(faults("[".repeat(100_000))).containsExactly("not-json ");
        assertThat(faults("{\"a\":".repeat(30) + "1" + "}".repeat(30))).containsExactly("not-json ");
        assertThat(faults("{\"a\": " + "9".repeat(1_000_000) + "}")).containsExactly("not-json ");
        assertThat(faults("{\"a\": 1e" + "9".repeat(100) + "}")).containsExactly("not-json ");
        assertThat(faults("{\"a\": \"" + "a".repeat(200_000) + "\"}")).containsExactly("not-json ");
        assertThat(faults("{\"" + "a".repeat(10_000) + "\": 1}")).containsExactly("not-json ");
    }

    @Test
    void a_huge_exponent_costs_nothing_and_is_no_count() {
        assertThat(faults(with(good("recruiting"), "/positions", "1e999999")))
                .containsExactly("invalid-count /positions");
    }

    @Test
    void what_is_not_utf_8_is_refused() {
        byte[] latin = GRANT.replace("mel-convergence", "métropole").getBytes(StandardCharsets.ISO_8859_1);

        MalformedEntry refusal = catchThrowableOfType(MalformedEntry.class, () -> Json.parse(latin));

        assertThat(refusal.faults()).containsExactly(new Fault("not-utf-8", "", ""));
        assertThat(catchThrowableOfType(
                        MalformedEntry.class, () -> Json.parse(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'})))
                .hasMessage("not-utf-8 at ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u0000",
                "\\u0007",
                "\\r",
                "\\u007f",
                "\\u0085",
                "\\u200b",
                "\\u200e",
                "\\u061c",
                "\\u202a",
                "\\u2066",
                "\\u2060",
                "\\ufeff",
                "\\ufffe",
                "\\ufdd0",
                "\\ud800",
                "\\udc00x",
                "\\udb40\\udc41",
                "\\udbff\\udfff"
            })
    void characters_that_hide_reorder_or_are_none_are_refused(String character) {
        assertThat(faults(with(GRANT, "/purpose", "\"a" + character + "b\"")))
                .containsExactly("forbidden-character /purpose");
    }

    @Test
    void line_breaks_tabs_and_every_script_are_kept() {
        String text = "Ligne 1\n\tLigne 2 — Łódź, Ελλάδα, 日本, نص, 👩🏽‍🔧";

        assertThat(((FundingGranted) read(with(GRANT, "/purpose", Json.MAPPER.writeValueAsString(text)))).purpose())
                .isEqualTo(text);
    }

    @Test
    void text_is_kept_composed() {
        FundingGranted granted = (FundingGranted) read(with(GRANT, "/purpose", "\"Me\u0301tropole\""));

        assertThat(granted.purpose()).isEqualTo("M\u00e9tropole");
    }

    @Test
    void a_bare_id_is_a_reference_without_a_name() {
        FundingGranted bare = (FundingGranted) read(with(GRANT, "/funder", "\"mel\""));
        FundingGranted named = (FundingGranted) read(with(GRANT, "/funder", "{\"id\": \"mel\", \"name\": \"MEL\"}"));

        assertThat(bare.funder()).isEqualTo(Organisation.of("mel"));
        assertThat(EntryJson.write(bare)).contains("\"funder\":\"mel\"");
        assertThat(EntryJson.write(named)).contains("\"funder\":{\"id\":\"mel\",\"name\":\"MEL\"}");
    }

    @Test
    void null_is_as_good_as_absent() {
        assertThat(read(with(GRANT, "/purpose", "null"))).isEqualTo(read(GRANT));
        assertThat(faults(with(GRANT, "/funding", "null"))).containsExactly("missing-field /funding");
    }

    @Test
    void an_id_and_a_territory_that_are_not_said_are_those_of_the_address() {
        JsonNode json = Json.parse(with(GRANT, "/territory", ""));

        Entry entry = EntryJson.read(json, new EntryJson.Defaults(ID, "lyon"));

        assertThat(entry.entryId()).isEqualTo(ID);
        assertThat(entry.territory()).isEqualTo("lyon");
        assertThat(((ObjectNode) json).has("entryId"))
                .as("what was sent is left as it is")
                .isFalse();
    }

    @Test
    void reading_the_case_and_writing_it_loses_nothing() throws Exception {
        List<String> lines = Files.readAllLines(CASE);
        assertThat(lines).isNotEmpty();
        for (String line : lines) {
            Entry entry = EntryJson.read(line);
            ObjectNode written = (ObjectNode) Json.parse(EntryJson.write(entry));

            assertThat(written).isEqualTo(canonical(line));
            assertThat(EntryJson.tree(entry)).isEqualTo(written);
            assertThat(EntryJson.read(EntryJson.write(entry))).isEqualTo(entry);
        }
    }

    /** An empty list says nothing, an id alone needs no object, and what says nothing of its status is actual. */
    private static ObjectNode canonical(String line) {
        ObjectNode json = (ObjectNode) Json.parse(line);
        json.removeIf(value -> value.isArray() && value.isEmpty());
        json.properties().forEach(field -> {
            if (field.getValue().isObject() && field.getValue().size() == 1) {
                field.setValue(field.getValue().get("id"));
            }
        });
        return json.has("status") ? json : json.put("status", "actual");
    }

    private static String good(String name) {
        return switch (name) {
            case "grant" -> GRANT;
            case "correction" -> CORRECTION;
            case "opening" -> """
                    {"territory": "lille", "type": "territory-opened", "effective": "2022", "name": "Lille", "kind": "city"}""";
            case "joining" -> """
                    {"territory": "lille", "type": "worksite-joined-programme", "effective": "2022", "worksite": "atelier",
                     "programme": "phc"}""";
            case "recruiting" -> """
                    {"territory": "lille", "type": "recruitment-opened", "effective": "2022", "recruitment": "poste"}""";
            case "figure" -> """
                    {"territory": "lille", "type": "figure-reported", "effective": "2022", "indicator": "salaries",
                     "programme": "phc", "value": "7"}""";
            case "meeting" -> """
                    {"territory": "lille", "type": "steering-committee-held", "effective": "2022", "meeting": "copil",
                     "level": "national"}""";
            case "abandoning" -> """
                    {"territory": "lille", "type": "announcement-abandoned", "effective": "2022",
                     "target": "00000000-0000-0000-0000-000000000007"}""";
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The same with another value at the pointer, or without it. */
    private static String with(String json, String pointer, String value) {
        ObjectNode whole = (ObjectNode) Json.parse(json);
        int last = pointer.lastIndexOf('/');
        ObjectNode around = last == 0 ? whole : (ObjectNode) whole.at(pointer.substring(0, last));
        String field = pointer.substring(last + 1).replace("~1", "/").replace("~0", "~");
        if (value == null || value.isEmpty()) {
            around.remove(field);
            return whole.toString();
        }
        around.put(field, "§");
        return whole.toString().replace("\"§\"", value);
    }

    private static List<String> faults(String json) {
        return refusal(json).faults().stream()
                .map(fault -> fault.code() + " " + fault.pointer())
                .toList();
    }

    private static MalformedEntry refusal(String json) {
        return catchThrowableOfType(MalformedEntry.class, () -> read(json));
    }

    private static Entry read(String json) {
        return EntryJson.proposed(Json.parse(json), new EntryJson.Defaults(ID, null));
    }
}
