package fr.jalon.command.batch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.command.api.CommandServer;
import fr.jalon.command.api.CommandServer.Answer;
import fr.jalon.command.territory.ReadRegister;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import fr.jalon.events.register.Filed;
import fr.jalon.events.register.Register;
import fr.jalon.web.request.BodyLimit;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tables whose rows speak of entries that are in the register. */
class CorrectingTablesTest {
    private static final String OPENING = "c0000000-0000-4000-8000-000000000001";
    private static final String FIGURE = "c0000000-0000-4000-8000-000000000002";
    private static final String PLANNED = "c0000000-0000-4000-8000-000000000003";
    private static final String HEADERS =
            "register.position;entryId;territory;type;effective;status;indicator.id;programme.id;value;"
                    + "unit;source.title";
    private static final String RECORDED = "2;" + FIGURE + ";lille;figure-reported;2022;;chantiers;phc;";

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
    void record() {
        server.registers().clear();
        assertThat(server.lines("national", "/api/v1/entries", """
                {"entryId": "%s", "territory": "lille", "type": "territory-opened", "effective": "2015", \
                "name": "Lille", "kind": "city"}
                {"entryId": "%s", "territory": "lille", "type": "figure-reported", "effective": "2022", \
                "indicator": "chantiers", "programme": "phc", "value": "7", "unit": "chantiers", \
                "source": {"title": "COPIL"}}
                {"entryId": "%s", "territory": "lille", "type": "programme-launched", "effective": "2023", \
                "status": "planned", "programme": "phc"}
                """.formatted(OPENING, FIGURE, PLANNED)))
                .extracting(line -> line.path("status").asString(""))
                .containsOnly("recorded");
    }

    @Test
    void a_row_that_is_as_it_was_exported_changes_nothing() {
        assertThat(rows(HEADERS, RECORDED + "7;chantiers;COPIL")).containsExactly("already-recorded 2");
    }

    @Test
    void a_row_that_is_as_it_was_exported_changes_nothing_in_an_entry_that_became_another() {
        server.lines("national", "/api/v1/entries", """
                {"territory": "lille", "type": "entry-corrected", "target": "%s", "kind": "wrong", \
                "reason": "pas un chiffre", "entry": {"territory": "lille", "type": "watchpoint-raised", \
                "effective": "2022", "watchpoint": "chantiers", "kind": "need"}}
                """.formatted(FIGURE));

        assertThat(content(FIGURE)).contains("watchpoint-raised");
        assertThat(rows(HEADERS, RECORDED + "7;chantiers;COPIL")).containsExactly("already-recorded 2");
    }

    @Test
    void a_changed_row_asks_for_a_reason_and_says_what_it_corrects() {
        JsonNode line = csv(HEADERS, RECORDED + "8;chantiers;COPIL").getFirst();

        assertThat(line.path("status").stringValue()).isEqualTo("malformed");
        assertThat(line.at("/errors/0/column").stringValue()).isEqualTo("row.reason");
        assertThat(line.at("/errors/0/details/fr").stringValue())
                .isEqualTo("Cette ligne corrige l’inscription n° 2 (7 → 8 chantiers) :"
                        + " dites pourquoi dans la colonne « Motif du changement ».");
        assertThat(line.at("/errors/0/details/en").stringValue())
                .endsWith("say why in the column “Reason for the change”.");
    }

    @Test
    void a_changed_row_with_a_reason_is_a_correction_once() {
        String headers = HEADERS + ";Motif du changement";
        String row = RECORDED + "8;chantiers;COPIL;compté deux fois";
        JsonNode line = csv(headers, row).getFirst();

        assertThat(line.path("status").stringValue()).isEqualTo("recorded");
        assertThat(line.at("/does/detail").stringValue())
                .isEqualTo("Cette ligne corrige l’inscription n° 2 (7 → 8 chantiers).");
        assertThat(content(FIGURE)).contains("\"value\":\"8\"");
        assertThat(rows(headers, row)).containsExactly("already-recorded 2");
        assertThat(server.registers().position("lille")).isEqualTo(4);
    }

    @Test
    void what_a_row_changes_is_said_as_people_say_it() {
        String headers =
                "entryId;territory;type;effective;funding.id;funder.id;amount.value;amount.currency;row.reason";
        String granted = "00000000-0000-0000-0000-0000000000f1;lille;funding-granted;";
        csv(headers, granted + "2023;mel;mel;12000;EUR;");

        JsonNode line =
                csv(headers, granted + "2023-05-03;mel;mel;12500.5;EUR;relu").getFirst();
        assertThat(line.at("/does/details/fr").stringValue().replace('\u00a0', ' '))
                .isEqualTo("Cette ligne corrige l’inscription n° 4 (Date d’effet : 2023 → le 3 mai 2023 ;"
                        + " Montant : 12 000,00 € → 12 500,50 €).");
        assertThat(line.at("/does/details/en").stringValue())
                .isEqualTo("This row corrects entry no. 4 (Effective date: 2023 → on 3 May 2023;"
                        + " Amount: €12,000.00 → €12,500.50).");
    }

    @Test
    void a_sum_that_brings_its_currency_is_told_to_an_entry_that_had_none() {
        String headers = "entryId;territory;type;effective;funding.id;funder.id;Montant;row.reason";
        String granted = "00000000-0000-0000-0000-0000000000f2;lille;funding-granted;2023;mel;mel;";
        csv(headers, granted + ";");

        JsonNode line = csv(headers, granted + "12 500,50 €;convention signée").getFirst();
        assertThat(line.path("status").asString("")).as(line.toString()).isEqualTo("recorded");
        assertThat(content("00000000-0000-0000-0000-0000000000f2"))
                .contains("\"amount\":{\"value\":\"12500.5\",\"currency\":\"EUR\"}");
    }

    @Test
    void another_thing_does_not_get_the_name_that_the_export_had_for_the_first() {
        String headers = "entryId;territory;type;effective;carrier.id;carrier.name;row.reason";
        String id = "00000000-0000-0000-0000-0000000000f3";
        String changed = id + ";lille;coordination-carrier-changed;2023;";
        csv(headers, changed + "adpei;ADPEI;");

        csv(headers, changed + "hpf;ADPEI;mauvais porteur");
        assertThat(content(id)).contains("\"carrier\":\"hpf\"");
        csv(headers, changed + "Les Jardins du Nord;ADPEI;mauvais porteur encore");
        assertThat(content(id))
                .contains("\"carrier\":{\"id\":\"les-jardins-du-nord\",\"name\":\"Les Jardins du Nord\"}");
    }

    @Test
    void a_new_name_is_told_where_the_table_has_no_column_for_names() {
        String headers = "entryId;territory;type;effective;carrier.id;row.reason";
        String id = "00000000-0000-0000-0000-0000000000f4";
        String changed = id + ";lille;coordination-carrier-changed;2023;";
        csv(headers, changed + "adpei;");

        csv(headers, changed + "Les Jardins du Nord;mauvais porteur");
        assertThat(content(id)).contains("\"name\":\"Les Jardins du Nord\"");
    }

    @Test
    void what_a_row_and_an_earlier_correction_leave_together_must_be_an_entry() {
        String id = "00000000-0000-0000-0000-0000000000f5";
        String headers = "entryId;territory;type;effective;indicator.id;programme.id;value;trend;row.reason";
        String figure = id + ";lille;figure-reported;2022;sorties;phc;";
        csv(headers, figure + "7;increased;");
        csv(headers, figure + "7;;sans tendance");

        JsonNode line = csv(headers, figure + ";increased;sans valeur").getFirst();
        assertThat(line.path("status").asString("")).as(line.toString()).isEqualTo("malformed");
        assertThat(line.at("/errors/0/code").stringValue()).isEqualTo("missing-alternative");
        assertThat(line.at("/errors/0/column").stringValue()).isEqualTo("value");
    }

    @Test
    void what_the_table_has_no_column_for_and_the_source_stay_as_they_are() {
        csv(
                "entryId;territory;type;effective;indicator.id;programme.id;value;row.reason;source.title",
                FIGURE + ";lille;figure-reported;2022;chantiers;phc;9;relu;");

        assertThat(content(FIGURE)).contains("\"value\":\"9\"", "\"unit\":\"chantiers\"", firstSource());
    }

    @Test
    void a_source_that_is_given_takes_the_place_of_the_one_before() {
        csv(HEADERS + ";row.reason", RECORDED + "7;chantiers;Rapport annuel;meilleure source");

        assertThat(content(FIGURE))
                .contains("\"source\":{\"title\":\"jalon-text:lille:")
                .doesNotContain(firstSource());
    }

    @Test
    void a_change_is_made_to_what_an_earlier_correction_left() {
        csv(
                HEADERS + ";row.reason",
                "2;" + FIGURE + ";lille;figure-reported;2021;;chantiers;phc;7;chantiers;COPIL;date");
        csv(HEADERS + ";row.reason", RECORDED + "8;chantiers;COPIL;nombre");

        assertThat(content(FIGURE)).contains("\"effective\":\"2021\"", "\"value\":\"8\"");
    }

    @Test
    void a_row_retracts_contests_or_fulfils_where_it_says_so() {
        String headers = HEADERS + ";Que fait la ligne;Motif du changement;Qui conteste";
        String planned = "3;" + PLANNED + ";lille;programme-launched;26/01/2023;Prévu;;phc;;;";
        List<JsonNode> lines = csv(
                headers,
                RECORDED + "7;chantiers;COPIL;conteste;nous comptons 6;Métropole de Lille",
                planned + ";accomplit;;",
                RECORDED + "7;chantiers;COPIL;retire;inscrit deux fois;");

        assertThat(lines.stream().limit(3).map(line -> line.at("/does/detail").asString("")))
                .containsExactly(
                        "Cette ligne conteste l’inscription n° 2.",
                        "Cette ligne accomplit l’annonce n° 3.",
                        "Cette ligne retire l’inscription n° 2.");
        assertThat(lines.stream().limit(3).map(line -> line.path("status").asString("")))
                .containsOnly("recorded");
        Register register = register();
        assertThat(register.filed(UUID.fromString(FIGURE)).map(Filed::stands)).contains(false);
        assertThat(register.fulfilling(UUID.fromString(PLANNED))).hasSize(1);
    }

    @Test
    void a_retracted_row_is_told_and_recorded_anew_where_it_says_so() {
        String headers = HEADERS + ";Que fait la ligne;Motif du changement";
        csv(headers, RECORDED + "7;chantiers;COPIL;retire;par erreur");

        JsonNode told = csv(headers, RECORDED + "7;chantiers;COPIL;;").getFirst();
        assertThat(told.path("status").stringValue()).isEqualTo("retracted");
        assertThat(told.path("detail").stringValue())
                .isEqualTo("L’inscription n° 2 a été retirée, et le reste : « réinscrit » dans la colonne"
                        + " « Que fait la ligne » l’inscrirait de nouveau.");
        assertThat(rows(headers, RECORDED + "7;chantiers;COPIL;réinscrit;")).containsExactly("recorded 5");
        assertThat(rows(headers, RECORDED + "7;chantiers;COPIL;réinscrit;")).containsExactly("already-recorded 5");
    }

    @Test
    void a_row_is_not_recorded_anew_where_its_entry_stands_and_what_differs_from_it_is_said() {
        String headers = HEADERS + ";Que fait la ligne";

        JsonNode same = csv(headers, RECORDED + "7;chantiers;COPIL;réinscrit").getFirst();
        assertThat(same.path("status").stringValue()).isEqualTo("malformed");
        assertThat(same.at("/errors/0/column").stringValue()).isEqualTo("Que fait la ligne");
        assertThat(same.at("/errors/0/details/fr").stringValue())
                .isEqualTo("L’inscription n° 2 n’est pas retirée : « réinscrit » n’a rien à inscrire de nouveau."
                        + " Videz la colonne « Que fait la ligne ».");
        JsonNode other = csv(headers, RECORDED + "8;chantiers;COPIL;réinscrit").getFirst();
        assertThat(other.at("/errors/0/code").stringValue()).isEqualTo("not-retracted");
        assertThat(other.at("/errors/0/details/fr").stringValue()).contains("La ligne en diffère (7 → 8 chantiers)");
    }

    @Test
    void a_dry_run_says_what_each_row_would_do_and_does_nothing() {
        Answer answer = send(
                "/api/v1/entries?dryRun=true",
                HEADERS + ";row.does;row.reason\n"
                        + RECORDED + "7;chantiers;COPIL;refine;relu\n"
                        + RECORDED + "7;chantiers;Compte rendu;refine;relu\n");
        List<JsonNode> lines = answer.body().lines().map(Json::parse).toList();

        assertThat(lines.getFirst().path("status").stringValue()).isEqualTo("already-recorded");
        assertThat(lines.get(1).path("status").stringValue()).isEqualTo("refused");
        assertThat(lines.get(1).path("code").stringValue()).isEqualTo("not-a-refinement");
        assertThat(server.registers().position("lille")).isEqualTo(3);
    }

    @Test
    void a_row_that_speaks_of_no_entry_is_refused() {
        JsonNode line = csv(
                        HEADERS + ";row.does;row.reason",
                        "9;" + "c0000000-0000-4000-8000-000000000009"
                                + ";lille;figure-reported;2022;;chantiers;phc;7;;;retract;x")
                .getFirst();

        assertThat(line.at("/errors/0/code").stringValue()).isEqualTo("not-in-the-register");
    }

    private static List<String> rows(String headers, String... rows) {
        return csv(headers, rows).stream()
                .filter(line -> !line.has("summary"))
                .map(line -> line.path("status").asString("") + " "
                        + line.path("position").asString(""))
                .toList();
    }

    private static List<JsonNode> csv(String headers, String... rows) {
        return send("/api/v1/entries", headers + "\n" + String.join("\n", rows) + "\n")
                .body()
                .lines()
                .map(Json::parse)
                .toList();
    }

    private static Answer send(String path, String table) {
        Answer answer = server.send(server.as("national", path)
                .header("Content-Type", BodyLimit.CSV)
                .POST(BodyPublishers.ofString(table)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static Register register() {
        return ((ReadRegister.Whole) server.registers().register("lille")).register();
    }

    /** The source as it was recorded, which nobody reads there. */
    private static String firstSource() {
        return "\"source\":"
                + EntryJson.tree(register()
                                .recorded(UUID.fromString(FIGURE))
                                .orElseThrow()
                                .entry())
                        .path("source");
    }

    private static String content(String id) {
        return EntryJson.write(
                register().filed(UUID.fromString(id)).orElseThrow().content());
    }
}
