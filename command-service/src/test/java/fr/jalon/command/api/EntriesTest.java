package fr.jalon.command.api;

import static fr.jalon.command.api.SampleEntries.carrier;
import static fr.jalon.command.api.SampleEntries.opened;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.command.api.CommandServer.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class EntriesTest {
    private static final String LILLE = "/api/v1/territories/lille/entries";
    private static final String ID = "11111111-1111-4111-8111-111111111111";

    private static CommandServer server;

    @BeforeAll
    static void start() {
        server = new CommandServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void openLille() {
        server.registers().clear();
        assertThat(record(opened("lille")).status()).isEqualTo(201);
    }

    @Test
    void an_entry_is_recorded_and_its_sender_gets_a_receipt() {
        Answer answer = record(carrier(ID, "adpei", "2019"));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(LILLE + "/" + ID);
        assertThat(answer.json().propertyNames()).containsExactly("entryId", "territory", "position", "recordedAt");
        assertThat(answer.at("/position")).isEqualTo("2");
        assertThat(answer.at("/recordedAt")).isEqualTo("2026-11-23T10:00:02.000001Z");
    }

    @Test
    void who_recorded_it_and_by_which_request_is_kept_beside_it() {
        server.send(server.as("coordinator-lille", LILLE)
                .header("Content-Type", "application/json")
                .header("X-Request-Id", "r-1")
                .POST(BodyPublishers.ofString(carrier(ID, "adpei", "2019"))));
        assertThat(server.registers().lastMetadata())
                .containsOnly(
                        java.util.Map.entry("actor", "coordinator-lille"),
                        java.util.Map.entry("role", "coordinator"),
                        java.util.Map.entry("correlationId", "r-1"));
    }

    @Test
    void the_same_entry_again_gets_the_same_receipt() {
        Answer first = record(carrier(ID, "adpei", "2019"));
        Answer again = record(carrier(ID, "adpei", "2019"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void another_content_under_a_known_id_is_a_conflict() {
        record(carrier(ID, "adpei", "2019"));
        problem(record(carrier(ID, "hpf", "2019")), 409, "entry-id-taken");
    }

    @Test
    void a_broken_rule_is_told_with_its_field_the_entry_it_clashes_with_and_both_languages() {
        record(carrier(ID, "adpei", "2019"));
        Answer refused = record(carrier(null, "adpei", "2020"));
        problem(refused, 422, "carrier-unchanged");
        assertThat(refused.at("/errors/0/code")).isEqualTo("carrier-unchanged");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/carrier");
        assertThat(refused.at("/errors/0/entry")).isEqualTo(ID);
        assertThat(refused.at("/errors/0/details/fr")).contains("porteur");
        assertThat(refused.at("/errors/0/details/en")).contains("carrier");
        assertThat(server.registers().position("lille")).isEqualTo(2);
    }

    @Test
    void today_is_the_day_in_paris() {
        assertThat(record(carrier(null, "adpei", "2026-11-23")).status()).isEqualTo(201);
        problem(record(carrier(null, "hpf", "2026-11-24")), 422, "effective-in-future");
    }

    @Test
    void every_fault_of_a_malformed_entry_is_named_by_its_place() {
        Answer malformed = record("""
                {"type": "coordination-carrier-changed", "effective": "2019-13", "carrier": {"id": "A B"}, "x": 1}
                """);
        problem(malformed, 400, "malformed-entry");
        assertThat(malformed
                        .json()
                        .at("/errors")
                        .valueStream()
                        .map(error -> error.at("/pointer").asString()))
                .containsExactlyInAnyOrder("/effective", "/carrier/id", "/x");
    }

    static List<byte[]> unreadable() {
        String half = "{\"type\": \"coordination-carrier-changed\", \"effective\": \"2019\", ";
        return List.of(
                new byte[0],
                utf8("{"),
                utf8("[]"),
                utf8("null"),
                utf8("{} {}"),
                utf8(half + "\"carrier\": \"a\", \"carrier\": \"b\"}"),
                utf8(half + "\"carrier\": \"a\", \"note\": \"a\\u0000b\"}"),
                utf8(half + "\"carrier\": \"a\", \"note\": \"a\\u202Eb\"}"),
                utf8(half + "\"carrier\": \"a\", \"note\": \"a\u2066b\"}"),
                utf8(half + "\"carrier\": \"a\", \"note\": \"\\uD800\"}"),
                utf8(half + "\"carrier\": " + "9".repeat(900_000) + "}"),
                utf8("[".repeat(100_000)),
                utf8("{\"a\":".repeat(100_000)),
                new byte[] {'{', '"', (byte) 0xC3, '"', '}'},
                "{\"type\": \"é\"}".getBytes(StandardCharsets.UTF_16),
                "{\"type\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void what_cannot_be_read_is_a_bad_request(byte[] body) {
        Answer answer = server.send(server.as("national", LILLE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void composed_and_decomposed_letters_are_the_same_entry() {
        assertThat(record(carrier(ID, "adpei", "2019", "Créé")).status()).isEqualTo(201);
        assertThat(record(carrier(ID, "adpei", "2019", "Cre\u0301e\u0301")).status())
                .isEqualTo(200);
    }

    @Test
    void a_body_over_one_mebibyte_is_too_large() {
        problem(record("{\"note\": \"" + "x".repeat(1 << 20) + "\"}"), 413, "too-large");
    }

    @Test
    void other_types_of_content_are_not_taken_yet() {
        for (String type : List.of("text/csv", "text/plain", "application/xml")) {
            Answer answer = server.send(
                    server.as("national", LILLE).header("Content-Type", type).POST(BodyPublishers.ofString("x")));
            problem(answer, 415, "unsupported-media-type");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "national, lille, 201",
        "coordinator-lille, lille, 201",
        "coordinator-lyon, lille, 403",
        "coordinator-lille, france, 403",
        "auditor, lille, 403",
        "funder-mel, lille, 403"
    })
    void each_role_records_where_it_may(String name, String territory, int status) {
        String path = "/api/v1/territories/" + territory + "/entries";
        assertThat(server.post(name, path, carrier(null, "adpei", "2019")).status())
                .isEqualTo(status);
        assertThat(server.post(name, path + "/" + ID + "/retraction", "{\"reason\": \"x\"}")
                        .status())
                .isEqualTo(status == 403 ? 403 : 422);
    }

    @Test
    void a_territory_nobody_opened_is_not_found() {
        problem(
                server.post("national", "/api/v1/territories/nowhere/entries", carrier(null, "a", "2019")),
                404,
                "unknown-territory");
        problem(
                server.post("national", "/api/v1/territories/NO%20where/entries", carrier(null, "a", "2019")),
                404,
                "unknown-territory");
    }

    @Test
    void the_territory_in_the_body_is_that_of_the_address() {
        String lyon = carrier(null, "adpei", "2019").replace("{\"type\"", "{\"territory\": \"lyon\", \"type\"");
        Answer answer = record(lyon);
        problem(answer, 400, "malformed-entry");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/territory");
        assertThat(record(lyon.replace("lyon", "lille")).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"1\"'         | 201",
                "'\"1.8f3a\"'    | 201",
                "'\"0\"'         | 412",
                "'\"2\"'         | 412",
                "'W/\"1\"'       | 400",
                "'\"1\", \"2\"'  | 400",
                "'*'             | 400",
                "'1'             | 400",
                "'\"one\"'       | 400"
            })
    void a_sender_who_read_the_register_before_it_went_on_is_told(String ifMatch, int status) {
        Answer answer = server.send(server.as("national", LILLE)
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .POST(BodyPublishers.ofString(carrier(null, "adpei", "2019"))));
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        if (status == 412) {
            assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        }
    }

    @Test
    void a_dry_run_decides_and_records_nothing() {
        Answer answer = server.post("national", LILLE + "?dryRun=true", carrier(ID, "adpei", "2019"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().toString())
                .startsWith("{\"entryId\":\"" + ID + "\",\"territory\":\"lille\",\"position\":2,\"dryRun\":true,");
        assertThat(answer.header("Location")).isEmpty();
        assertThat(server.registers().position("lille")).isEqualTo(1);
        problem(
                server.post("national", LILLE + "?dryRun=true", carrier(null, "a", "2027")),
                422,
                "effective-in-future");
        problem(server.post("national", LILLE + "?dryRun=maybe", carrier(null, "a", "2019")), 400, "invalid-parameter");
    }

    @Test
    void a_dry_run_says_what_the_entry_would_change_and_a_recording_does_not() {
        Answer tried = server.post("national", LILLE + "?dryRun=true", carrier(ID, "adpei", "2019"));
        Answer recorded = server.post("national", LILLE, carrier(ID, "adpei", "2019"));
        Answer again = server.post("national", LILLE + "?dryRun=true", carrier(ID, "adpei", "2019"));

        JsonNode effect = tried.json().get("effect").get(0);
        assertThat(effect.get("subject").stringValue()).isEqualTo("coordination-carrier");
        assertThat(effect.get("from").stringValue()).isEqualTo("2019-01-01");
        assertThat(effect.get("before")).isEmpty();
        assertThat(effect.get("after").get(0).get("possible").stringValue()).isEqualTo("2019-01-01/..");
        assertThat(effect.at("/sentence/fr").stringValue()).startsWith("La coordination est désormais portée par ");
        assertThat(recorded.json().has("effect")).isFalse();
        assertThat(again.json().get("effect")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?dryRun=true"})
    void a_refusal_names_the_entry_that_stands_against_it_and_its_number(String mode) {
        record(carrier(ID, "adpei", "2019"));

        Answer answer = server.post("national", LILLE + mode, carrier(null, "adpei", "2020"));

        problem(answer, 422, "carrier-unchanged");
        assertThat(answer.json().at("/errors/0/entry").stringValue()).isEqualTo(ID);
        assertThat(answer.json().at("/errors/0/position").longValue()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "dryrun=true, unknown-parameter",
        "dry-run=true, unknown-parameter",
        "dry-run, unknown-parameter",
        "simulate=true, unknown-parameter",
        "dryRun=true&asOf=2023-01-01, unknown-parameter",
        "dryRun=yes, invalid-parameter",
        "dryRun=TRUE, invalid-parameter",
        "dryRun=true&dryRun=true, repeated-parameter",
        "dryRun=true&dryRun=false, repeated-parameter",
        "dryRun=%ff, bad-request",
        "=1, bad-request"
    })
    void what_a_write_does_not_know_is_refused_and_nothing_is_recorded(String parameters, String code) {
        record(carrier(ID, "adpei", "2019"));
        String content = carrier(null, "hpf", "2020");
        Map<String, String> bodies = Map.of(
                LILLE,
                content,
                LILLE + "/" + ID + "/correction",
                "{\"reason\": \"r\", \"entry\": " + content + "}",
                LILLE + "/" + ID + "/retraction",
                "{\"reason\": \"r\"}",
                LILLE + "/" + ID + "/contest",
                "{\"reason\": \"r\", \"by\": \"mel\"}");
        bodies.forEach((path, body) -> problem(server.post("national", path + "?" + parameters, body), 400, code));
        for (String type : List.of("application/x-ndjson", "text/csv")) {
            Answer many = server.send(server.as("national", "/api/v1/entries?" + parameters)
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString(content)));
            problem(many, 400, code);
        }
        assertThat(server.registers().position("lille")).isEqualTo(2);
    }

    @Test
    void a_sender_names_one_position_or_none() {
        Answer answer = server.send(server.as("national", LILLE)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"1\"")
                .header("If-Match", "\"2\"")
                .POST(BodyPublishers.ofString(carrier(null, "adpei", "2019"))));
        problem(answer, 400, "invalid-parameter");
        assertThat(server.registers().position("lille")).isEqualTo(1);
    }

    @Test
    void a_correction_replaces_what_was_wrong() {
        record(carrier(ID, "adpei", "2019"));
        String corrected = "{\"reason\": \"typo\", \"entry\": " + carrier(null, "hpf", "2019") + "}";
        Answer answer = server.post("coordinator-lille", LILLE + "/" + ID + "/correction", corrected);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.at("/position")).isEqualTo("3");
        assertThat(answer.header("Location")).isEqualTo(LILLE + "/" + answer.at("/entryId"));
    }

    @Test
    void a_refinement_that_says_something_else_is_refused_at_its_field() {
        record(carrier(ID, "adpei", "2019"));
        String refined = "{\"reason\": \"Précision\", \"kind\": \"refined\", \"entry\": "
                + carrier(null, "hpf", "2019-03") + "}";
        Answer refused = server.post("coordinator-lille", LILLE + "/" + ID + "/correction", refined);
        problem(refused, 422, "not-a-refinement");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/entry/carrier/id");
        assertThat(server.registers().position("lille")).isEqualTo(2);
    }

    @Test
    void faults_of_a_correction_are_placed_in_what_was_sent() {
        record(carrier(ID, "adpei", "2019"));
        Answer malformed = server.post(
                "national",
                LILLE + "/" + ID + "/correction",
                "{\"kind\": \"bad\", \"entry\": " + carrier(null, "hpf", "201x") + "}");
        problem(malformed, 400, "malformed-entry");
        assertThat(malformed
                        .json()
                        .at("/errors")
                        .valueStream()
                        .map(error -> error.at("/pointer").asString()))
                .containsExactlyInAnyOrder("/kind", "/reason", "/entry/effective");
        assertThat(malformed
                        .json()
                        .at("/errors")
                        .valueStream()
                        .map(error -> error.at("/details/fr").asString().replace('\u00a0', ' ')))
                .contains("« bad » ne figure pas parmi les valeurs possibles : wrong (Erreur), refined (Précision).");
        Answer refused = server.post(
                "national",
                LILLE + "/" + ID + "/correction",
                "{\"reason\": \"x\", \"entry\": " + carrier(null, "hpf", "2027") + "}");
        problem(refused, 422, "effective-in-future");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/entry/effective");
        Answer typed =
                server.post("national", LILLE + "/" + ID + "/retraction", "{\"type\": \"x\", \"reason\": \"x\"}");
        problem(typed, 400, "malformed-entry");
        assertThat(typed.at("/errors/0/pointer")).isEqualTo("/type");
    }

    @Test
    void a_retraction_and_a_contest_speak_of_the_entry_in_the_address() {
        record(carrier(ID, "adpei", "2019"));
        assertThat(server.post(
                                "national",
                                LILLE + "/" + ID + "/contest",
                                "{\"reason\": \"no\", \"by\": {\"id\": \"dgefp\", \"name\": \"DGEFP\"}}")
                        .status())
                .isEqualTo(201);
        assertThat(server.post("national", LILLE + "/" + ID + "/retraction", "{\"reason\": \"no\"}")
                        .status())
                .isEqualTo(201);
        Answer again = server.post("national", LILLE + "/" + ID + "/retraction", "{\"reason\": \"no\"}");
        problem(again, 422, "target-retracted");
        assertThat(again.at("/errors/0/pointer")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1-1-1-1-1x", "11111111"})
    void an_address_that_names_no_entry_is_a_bad_request(String id) {
        problem(
                server.post("national", LILLE + "/" + id + "/retraction", "{\"reason\": \"x\"}"),
                400,
                "invalid-parameter");
    }

    @Test
    void a_target_this_register_lacks_is_refused() {
        problem(
                server.post("national", LILLE + "/" + UUID.randomUUID() + "/retraction", "{\"reason\": \"x\"}"),
                422,
                "target-unknown");
    }

    @Test
    void outcomes_are_counted_by_their_code() {
        record(carrier(null, "a", "2027"));
        String metrics =
                server.send(server.as("auditor", "/actuator/prometheus")).body();
        assertThat(metrics)
                .contains("jalon_commands_total{code=\"effective-in-future\",outcome=\"refused\"}")
                .contains("jalon_command_duration_seconds_count{outcome=\"recorded\"}");
    }

    private static Answer record(String json) {
        return server.post("national", LILLE, json);
    }

    private static void problem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.at("/code")).isEqualTo(code);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
