package fr.jalon.command.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.command.api.CommandServer;
import fr.jalon.command.api.CommandServer.Answer;
import fr.jalon.command.territory.ReadRegister;
import fr.jalon.events.entry.CoordinationEntry.CoordinationCarrierChanged;
import fr.jalon.events.entry.Organisation;
import fr.jalon.events.json.FaultCode;
import fr.jalon.events.json.Json;
import fr.jalon.tables.row.TableFaultCode;
import fr.jalon.tables.workbook.Zipped;
import fr.jalon.web.problem.Bilingual;
import fr.jalon.web.problem.ProblemException;
import fr.jalon.web.problem.SentencePair;
import fr.jalon.web.request.BodyLimit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Tables of entries, as people send them. */
class TablesTest {
    private static final String PATH = "/api/v1/entries";
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String OPENED = """
        Territoire;Type d'inscription;Date d'effet;Nom;Nature;Départements;Porteur;Porteur (nom)
        lille;Ouverture du registre du territoire;01/01/2015;Lille;Métropole;59;;
        """;

    private static CommandServer server;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeAll
    static void start() {
        server = new CommandServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void clear() {
        server.registers().clear();
    }

    @Test
    void a_french_spreadsheets_csv_is_recorded_row_by_row_and_summed_up() {
        List<JsonNode> results = csv(OPENED + """
            lille;Changement de porteur de la coordination;26/01/2023;;;;adpei;Association d’été

            lille;Changement de porteur de la coordination;31/02/2024;;;;HPF;
            lille;Changement de porteur de la coordination;2024;;;;adpei;
            lyon;Changement de porteur de la coordination;2024;;;;hpf;
            """.replace("\n", "\r\n"));

        assertThat(results.stream().map(TablesTest::summary))
                .containsExactly(
                        "2 recorded 1",
                        "3 recorded 2",
                        "5 malformed invalid-date Date d'effet",
                        "6 refused carrier-unchanged Porteur",
                        "7 unknown-territory",
                        "5 rows {\"recorded\":2,\"malformed\":1,\"unknown-territory\":1,\"refused\":1} complete");
        assertThat(results.get(2).at("/errors/0/details/fr").stringValue()).contains("31/02/2024");
        assertThat(server.registers().position("lille")).isEqualTo(2);
    }

    @Test
    void a_date_in_words_is_recorded_and_said_back() {
        List<JsonNode> results = csv(OPENED + """
            lille;Changement de porteur de la coordination;2e semestre 2022;;;;adpei;ADPEI
            """);

        assertThat(results.get(1).path("status").stringValue()).isEqualTo("recorded");
        assertThat(results.get(1).path("dates").toString())
                .isEqualTo("[{\"column\":\"Date d'effet\",\"written\":\"2e semestre 2022\",\"read\":\"2022-41\","
                        + "\"detail\":\"2e semestre 2022 : du 1ᵉʳ juillet au 31 décembre 2022\"}]");
    }

    @Test
    void a_date_in_words_that_cannot_be_read_is_refused_with_the_forms_wanted() {
        List<JsonNode> results = csv(OPENED + """
            lille;Changement de porteur de la coordination;début mars;;;;adpei;ADPEI
            """);

        assertThat(results.get(1).at("/errors/0/details/fr").stringValue())
                .startsWith("« début mars » ne dit pas l’année. Formes lues : 26/01/2023, 26 janvier 2023, mars 2023");
        assertThat(results.get(1).at("/errors/0/details/en").stringValue())
                .startsWith("“début mars” does not say the year. Forms read: 26 January 2023, March 2023");
    }

    @Test
    void a_value_that_no_list_has_is_refused_with_those_that_may_stand_there_in_the_words_of_the_template() {
        JsonNode row = csv("""
            Territoire;Type d'inscription;Date d'effet;Point de vigilance;Nature;Statut
            lille;Point de vigilance signalé;2023;logement;souci;prévu
            """).getFirst();
        assertThat(row.at("/errors/0/details/fr").stringValue())
                .isEqualTo("« souci » ne figure pas parmi les valeurs possibles : Besoin, Intérêt, Frein, Risque,"
                        + " Priorité, Engagement, Pas de changement prévu.");
        assertThat(row.at("/errors/0/details/en").stringValue())
                .isEqualTo("“souci” is not among the possible values: Need, Interest, Barrier, Risk, Priority,"
                        + " Commitment, No change planned.");
    }

    @Test
    void a_type_that_is_misspelt_is_refused_with_the_one_that_was_probably_meant() {
        List<JsonNode> rows = csv("""
            Territoire;Type d'inscription;Date d'effet;Financement
            lille;Financement acordé;2023;mel
            lille;Subvention;2023;mel
            """);
        assertThat(rows.getFirst().at("/errors/0/details/fr").stringValue())
                .isEqualTo("« Financement acordé » n’est pas un type d’inscription. Peut-être : Financement accordé ?");
        assertThat(rows.getFirst().at("/errors/0/details/en").stringValue()).endsWith("Perhaps: Funding granted?");
        assertThat(rows.get(1).at("/errors/0/details/fr").stringValue())
                .startsWith("« Subvention » n’est pas un type d’inscription ; un modèle");
    }

    @Test
    void what_is_neither_yes_nor_no_is_refused_without_a_word_of_json() {
        JsonNode row = csv("""
            Territoire;Type d'inscription;Date d'effet;Réunion;Niveau;À distance
            lille;Comité de pilotage tenu;26/01/2023;copil;National;parfois
            """).getFirst();
        assertThat(row.at("/errors/0/details/fr").stringValue()).isEqualTo("Écrivez oui ou non.");
    }

    @Test
    void a_name_that_nothing_has_yet_makes_an_id_and_is_said_back() {
        List<JsonNode> results = csv(OPENED + """
            lille;Changement de porteur de la coordination;2022;;;;Les Jardins du Nord;
            """);

        assertThat(results.get(1).path("status").stringValue()).isEqualTo("recorded");
        assertThat(results.get(1).path("things").toString())
                .isEqualTo("[{\"column\":\"Porteur\",\"written\":\"Les Jardins du Nord\","
                        + "\"id\":\"les-jardins-du-nord\",\"made\":true,\"detail\":\"« Les Jardins du Nord »"
                        + " est nouveau : son identifiant est les-jardins-du-nord, pour toujours.\"}]");
        assertThat(carrier("lille")).isEqualTo("les-jardins-du-nord (Les Jardins du Nord)");
    }

    @Test
    void a_name_finds_what_the_register_calls_so_whatever_its_id() {
        csv(OPENED + """
            lille;Changement de porteur de la coordination;2022;;;;jardins;Les Jardins du Nord
            lille;Changement de porteur de la coordination;2023;;;;adpei;ADPEI
            """);

        List<JsonNode> results = csv(OPENED + """
            lille;Changement de porteur de la coordination;2024;;;;les jardins du  NORD;
            """);
        assertThat(results.get(1).path("status").stringValue()).isEqualTo("recorded");
        assertThat(results.get(1).at("/things/0/detail").stringValue())
                .isEqualTo("« les jardins du  NORD » : jardins, au registre.");
        assertThat(carrier("lille")).isEqualTo("jardins");
    }

    @Test
    void a_row_that_made_an_id_is_the_same_entry_when_it_is_sent_again() {
        String table = OPENED + """
            lille;Changement de porteur de la coordination;2022;;;;Les Jardins du Nord;
            """;
        csv(table);
        assertThat(csv(table).stream().map(TablesTest::summary))
                .containsExactly(
                        "2 already-recorded 1", "3 already-recorded 2", "2 rows {\"already-recorded\":2} complete");
    }

    @Test
    void a_name_that_several_things_have_is_refused_with_their_ids() {
        csv(OPENED + """
            lille;Changement de porteur de la coordination;2022;;;;jardins-1;Les Jardins
            lille;Changement de porteur de la coordination;2023;;;;jardins-2;Les Jardins
            """);

        List<JsonNode> results = csv(OPENED + """
            lille;Changement de porteur de la coordination;2024;;;;Les Jardins;
            """);
        assertThat(summary(results.get(1))).isEqualTo("3 malformed ambiguous-name Porteur");
        assertThat(results.get(1).at("/errors/0/details/fr").stringValue()).contains("jardins-1, jardins-2");
    }

    @Test
    void the_same_table_again_changes_nothing() {
        csv(OPENED);
        assertThat(csv(OPENED).stream().map(TablesTest::summary))
                .containsExactly("2 already-recorded 1", "1 rows {\"already-recorded\":1} complete");
    }

    @Test
    void a_dry_run_records_nothing() {
        assertThat(lines(PATH + "?dryRun=true", BodyLimit.CSV, BodyPublishers.ofString(OPENED)).stream()
                        .map(TablesTest::summary))
                .containsExactly("2 accepted 1", "1 rows {\"accepted\":1} complete");
        assertThat(server.registers().position("lille")).isZero();
    }

    @Test
    void a_workbook_is_recorded_and_says_which_sheet_was_read() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Tableur", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Saisie");
            workbook.newWorksheet("Brouillon").value(0, 0, "x");
            String[] header = {"Territoire", "Type d'inscription", "Date d'effet", "Nom", "Nature", "Départements"};
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
            }
            String[] row = {"lille", "Ouverture du registre du territoire", "", "Lille", "Ville"};
            for (int i = 0; i < row.length; i++) {
                sheet.value(1, i, row[i]);
            }
            sheet.value(1, 2, LocalDate.of(2015, 1, 1));
            sheet.style(1, 2).format("dd/mm/yyyy").set();
            sheet.value(1, 5, 59);
            sheet.value(2, 0, "lille");
            sheet.formula(2, 1, "A2");
        }
        List<JsonNode> results = workbook(out.toByteArray());

        assertThat(results.stream().map(TablesTest::summary))
                .containsExactly(
                        "2 recorded 1",
                        "3 malformed formula-cell Type d'inscription",
                        "2 rows {\"recorded\":1,\"malformed\":1} complete");
        assertThat(results.getFirst().path("dates").toString())
                .isEqualTo("[{\"column\":\"Date d'effet\",\"written\":\"2015-01-01\",\"read\":\"2015-01-01\","
                        + "\"detail\":\"2015-01-01 : le 1ᵉʳ janvier 2015\"}]");
        assertThat(results.getLast().at("/summary/sheet").stringValue()).isEqualTo("Saisie");
        assertThat(results.getLast().at("/summary/otherSheets").toString()).isEqualTo("[\"Brouillon\"]");
    }

    @Test
    void an_open_document_is_recorded_sheet_after_sheet_its_sums_in_their_currency() throws IOException {
        String text = "<table:table-cell><text:p>%s</text:p></table:table-cell>";
        String head = "<table:table-row>" + text.repeat(6) + "</table:table-row>";
        String day = "<table:table-cell office:value-type='date' office:date-value='2015-01-01'/>";
        String opened = "<table:table-row>" + text.repeat(2) + day + text.repeat(3) + "</table:table-row>";
        String sum = "<table:table-cell office:value-type='currency' office:currency='%s' office:value='12500.5'/>";
        String granted = "<table:table-row>" + text.repeat(5) + sum + "</table:table-row>";
        String sheets = ("<table:table table:name='Saisie'>" + head + opened + "</table:table>"
                        + "<table:table table:name='Brouillon'><table:table-row>" + text
                        + "</table:table-row></table:table>"
                        + "<table:table table:name='Financements'>" + head + granted + granted + "</table:table>")
                .formatted(
                        "Territoire",
                        "Type d'inscription",
                        "Date d'effet",
                        "Nom",
                        "Nature",
                        "Départements",
                        "lille",
                        "Ouverture du registre du territoire",
                        "Lille",
                        "Ville",
                        "59",
                        "x",
                        "Territoire",
                        "Type d'inscription",
                        "Date d'effet",
                        "Financement",
                        "Financeur",
                        "Montant",
                        "lille",
                        "Financement accordé",
                        "2016",
                        "mel",
                        "mel",
                        "EUR",
                        "lille",
                        "Financement accordé",
                        "2016",
                        "ars",
                        "ars",
                        "CHF");
        Path file = Zipped.sheets(sheets).in(folder);
        List<JsonNode> results = lines(PATH, BodyLimit.OPEN_DOCUMENT, BodyPublishers.ofFile(file));

        assertThat(results.stream().map(TablesTest::summary))
                .containsExactly(
                        "2 recorded 1",
                        "2 recorded 2",
                        "3 malformed invalid-decimal Montant, missing-field Montant (devise)",
                        "3 rows {\"recorded\":2,\"malformed\":1} complete");
        assertThat(results.getLast().at("/summary/sheets").toString()).isEqualTo("[\"Saisie\",\"Financements\"]");
        assertThat(results.getLast().at("/summary/otherSheets").toString()).isEqualTo("[\"Brouillon\"]");
    }

    @Test
    void a_sum_typed_with_its_currency_is_one_in_euros_and_one_in_another_is_refused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Tableur", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Saisie");
            fill(sheet, """
                Territoire;Type d'inscription;Date d'effet;Financement;Financeur;Montant
                lille;Financement accordé;2016;mel;mel;
                lille;Financement accordé;2016;ars;ars;
                """);
            sheet.value(1, 5, 12500.5);
            sheet.style(1, 5).format("#,##0.00\\ \"€\"").set();
            sheet.value(2, 5, 12500.5);
            sheet.style(2, 5).format("#,##0.00\\ \"CHF\"").set();
        }
        csv(OPENED);
        List<JsonNode> results = workbook(out.toByteArray());

        assertThat(results.stream().map(TablesTest::summary))
                .containsExactly(
                        "2 recorded 2",
                        "3 malformed invalid-decimal Montant, missing-field Montant (devise)",
                        "2 rows {\"recorded\":1,\"malformed\":1} complete");
        assertThat(results.get(1).at("/errors/0/details/fr").stringValue())
                .startsWith("« 12500.5 CHF » n’est pas un nombre");
    }

    @Test
    void a_wrong_header_is_refused_before_anything_is_recorded() {
        Answer refused = post(BodyLimit.CSV, BodyPublishers.ofString(OPENED.replace("Nature", "Genre")));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/code")).isEqualTo("malformed-table");
        assertThat(refused.at("/errors/0/code")).isEqualTo("unknown-column");
        assertThat(refused.at("/errors/0/column")).isEqualTo("Genre");
        assertThat(refused.at("/errors/0/details/fr")).contains("« Genre »");
        assertThat(server.registers().position("lille")).isZero();
        assertThat(post(BodyLimit.CSV, BodyPublishers.ofString("")).at("/errors/0/code"))
                .isEqualTo("empty-table");
    }

    @Test
    void a_table_that_breaks_off_says_from_which_row_and_that_it_is_not_complete() {
        assertThat(csv(OPENED + "lille;\"Changement de porteur;2024;;;;hpf;\nlille;x;2024\n").stream()
                        .map(TablesTest::summary))
                .containsExactly(
                        "2 recorded 1",
                        "3 malformed unclosed-quote -",
                        "2 rows {\"recorded\":1,\"malformed\":1} incomplete");
    }

    @Test
    void a_workbook_too_large_as_sent_or_unfolded_is_refused() throws IOException {
        byte[] large = new byte[BodyLimit.WORKBOOK_BYTES + 1];
        assertThat(post(BodyLimit.WORKBOOK, BodyPublishers.ofByteArray(large)).status())
                .isEqualTo(413);
        assertThat(post(BodyLimit.WORKBOOK, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                        .status())
                .isEqualTo(413);
        Path bomb =
                Zipped.sheet("<row><c t='§'/></row>").repeated("x", 4_000_000).in(folder);
        Answer unfolded = post(BodyLimit.WORKBOOK, BodyPublishers.ofFile(bomb));
        assertThat(unfolded.status()).isEqualTo(413);
        assertThat(unfolded.at("/code")).isEqualTo("workbook-too-large");
        for (String type : List.of(BodyLimit.WORKBOOK, BodyLimit.OPEN_DOCUMENT)) {
            assertThat(post(type, BodyPublishers.ofString("PK")).at("/errors/0/code"))
                    .isEqualTo("not-a-workbook");
        }
    }

    @Test
    void a_row_that_says_it_is_there_a_million_times_is_given_up_where_it_would_be_too_large() throws IOException {
        String text = "<table:table-cell><text:p>%s</text:p></table:table-cell>";
        Path repeated = Zipped.sheets(("<table:table><table:table-row>" + text.repeat(2)
                                + "</table:table-row><table:table-row table:number-rows-repeated='1000000'>"
                                + text.replace("><text", " table:number-columns-repeated='500'><text")
                                + "</table:table-row></table:table>")
                        .formatted("Territoire", "Type d'inscription", "x"))
                .in(folder);
        List<JsonNode> results = lines(PATH, BodyLimit.OPEN_DOCUMENT, BodyPublishers.ofFile(repeated));

        assertThat(results).hasSizeLessThan(2_000);
        assertThat(results.get(results.size() - 2).at("/code").stringValue()).isEqualTo("workbook-too-large");
        assertThat(summary(results.getLast())).endsWith("incomplete");
    }

    @Tag("long")
    @Test
    void what_only_somebody_hostile_sends_is_too_large_or_refused_and_nothing_of_it_recorded() throws IOException {
        Path external = Zipped.sheet("")
                .with(
                        "xl/worksheets/sheet1.xml",
                        "<!DOCTYPE w [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
                                + "<w><sheetData><row><c t='str'><v>&x;</v></c></row></sheetData></w>")
                .in(folder);
        Answer refused = post(BodyLimit.WORKBOOK, BodyPublishers.ofFile(external));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/code")).isEqualTo("refused-workbook");
        assertThat(refused.at("/errors/0/code")).isEqualTo("document-type");
        Path entity = Zipped.sheets("")
                .with("content.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><x>&e;</x>")
                .in(folder);
        assertThat(post(BodyLimit.OPEN_DOCUMENT, BodyPublishers.ofFile(entity)).at("/code"))
                .isEqualTo("refused-workbook");
        Answer wide = post(BodyLimit.CSV, BodyPublishers.ofString("x;".repeat(1_000_000)));
        assertThat(wide.status()).isEqualTo(413);
        assertThat(wide.at("/code")).isEqualTo("table-too-wide");
        assertThat(wide.body()).hasSizeLessThan(2_000);
        Path wideSheet = Zipped.sheet("<row>§</row>")
                .repeated("<c t='str'><v>x</v></c>", 1_000_000)
                .in(folder);
        assertThat(post(BodyLimit.WORKBOOK, BodyPublishers.ofFile(wideSheet)).status())
                .isEqualTo(413);
    }

    @Test
    void every_sheet_of_a_workbook_that_is_a_table_of_entries_is_recorded() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Tableur", "1.0")) {
            fill(workbook.newWorksheet("Ouverture"), OPENED);
            fill(workbook.newWorksheet("Aide"), "Colonne;Comment l'écrire\nTerritoire;un nom\n");
            fill(workbook.newWorksheet("Porteurs"), """
                Territoire;Type d'inscription;Date d'effet;Porteur
                lille;Changement de porteur de la coordination;2022;adpei
                lille;Changement de porteur de la coordination;hier;hpf
                """);
        }
        List<JsonNode> results = lines(PATH, BodyLimit.WORKBOOK, BodyPublishers.ofByteArray(out.toByteArray()));

        assertThat(results.stream().map(TablesTest::summary))
                .containsExactly(
                        "2 recorded 1",
                        "2 recorded 2",
                        "3 malformed invalid-date Date d'effet",
                        "3 rows {\"recorded\":2,\"malformed\":1} complete");
        assertThat(results.stream().limit(3).map(each -> each.path("sheet").asString("")))
                .containsExactly("Ouverture", "Porteurs", "Porteurs");
        assertThat(results.getLast().at("/summary/sheets").toString()).isEqualTo("[\"Ouverture\",\"Porteurs\"]");
        assertThat(results.getLast().at("/summary/otherSheets").toString()).isEqualTo("[\"Aide\"]");
    }

    @Test
    void a_row_that_only_has_its_templates_type_is_none_and_its_sheet_is_not_told() throws IOException {
        String head = "Territoire;Type d'inscription;Date d'effet;Porteur\n";
        String begun = head + ";Changement de porteur de la coordination;;\n";
        String carrier = "lille;Changement de porteur de la coordination;2022;adpei\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Tableur", "1.0")) {
            fill(workbook.newWorksheet("Ouverture"), head + ";Ouverture du registre du territoire\n");
            fill(workbook.newWorksheet("Porteurs"), begun + carrier);
            fill(workbook.newWorksheet("Aide"), "Colonne\n");
        }
        List<JsonNode> results = workbook(out.toByteArray());

        assertThat(results.stream().map(TablesTest::summary))
                .containsExactly("3 unknown-territory", "1 rows {\"unknown-territory\":1} complete");
        assertThat(results.getLast().at("/summary/sheet").stringValue()).isEqualTo("Porteurs");
        assertThat(results.getLast().at("/summary/otherSheets").toString()).isEqualTo("[\"Aide\"]");
        assertThat(csv(begun).stream().map(TablesTest::summary)).containsExactly("0 rows {} complete");
        assertThat(csv(head + ";Changement de porteur;;\n").stream().map(TablesTest::summary))
                .contains("1 rows {\"malformed\":1} complete");
    }

    @Test
    void a_later_sheet_of_entries_with_an_unknown_column_is_refused_before_anything_is_recorded() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Tableur", "1.0")) {
            fill(workbook.newWorksheet("Ouverture"), OPENED);
            fill(workbook.newWorksheet("Porteurs"), "Territoire;Type d'inscription;Couleur\n");
        }
        Answer refused = post(BodyLimit.WORKBOOK, BodyPublishers.ofByteArray(out.toByteArray()));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("unknown-column", "Porteurs");
        assertThat(server.registers().position("lille")).isZero();
    }

    @Test
    void a_fault_of_a_workbook_names_its_sheet_row_column_and_the_form_wanted() throws IOException {
        Path noHeader = Zipped.sheet("<row/><row r='3'><c t='str'><v>Territoire</v></c></row>")
                .in(folder);
        Answer refused = post(BodyLimit.WORKBOOK, BodyPublishers.ofFile(noHeader));
        assertThat(refused.at("/details/fr")).contains("« Feuille 1 »", "ligne 3");
        assertThat(refused.at("/details/en")).contains("“Feuille 1”", "row 3");

        Path percentage = Zipped.sheet(row("Territoire", "Type d'inscription", "Valeur", "Date d'effet")
                        + "<row><c t='str'><v>lille</v></c><c t='str'><v>Chiffre communiqué</v></c>"
                        + "<c s='0'><v>0.25</v></c><c s='1'><v>44952.5</v></c></row>")
                .with(
                        "xl/styles.xml",
                        "<styleSheet><cellXfs><xf numFmtId='9'/><xf numFmtId='14'/></cellXfs></styleSheet>")
                .in(folder);
        JsonNode fault = workbook(Files.readAllBytes(percentage)).getFirst();
        assertThat(fault.get("sheet").stringValue()).isEqualTo("Feuille 1");
        assertThat(fault.get("errors")
                        .valueStream()
                        .map(error -> error.get("code").stringValue() + " "
                                + error.path("column").asString("-")))
                .contains("invalid-decimal Valeur")
                .noneMatch(error -> error.startsWith("invalid-date"));
        assertThat(fault.get("errors").toString()).contains("« 25 % »", "12 000,50");
    }

    @Test
    void eight_thousand_rows_of_one_subject_are_judged_in_a_dry_run() {
        String table = OPENED.lines().limit(1).findFirst().orElseThrow() + ";Indicateur;Programme;Valeur\n"
                + OPENED.lines().skip(1).findFirst().orElseThrow() + ";;;\n"
                + IntStream.range(0, 8_000)
                        .mapToObj(i -> "lille;Chiffre communiqué;%s;;;;;;salaries;phc;%d\n"
                                .formatted(LocalDate.of(2001, 1, 1).plusDays(i), i))
                        .collect(Collectors.joining());
        List<JsonNode> results = lines(PATH + "?dryRun=true", BodyLimit.CSV, BodyPublishers.ofString(table));

        assertThat(summary(results.getLast())).isEqualTo("8001 rows {\"accepted\":8001} complete");
    }

    @Test
    void no_fault_quotes_a_parser() throws IOException {
        String correction = "territory;type;target;kind;reason;entry\n"
                + "lille;entry-corrected;00000000-0000-4000-8000-000000000001;wrong;x;{\"\"a\"\": 1,}\n";
        List<String> said = new ArrayList<>();
        said.add(csv(correction.replace("{", "\"{").replace("}", "}\"")).toString());
        for (String broken : List.of("a\"b\n\"x\"y", "\"x\"y;z", "\"", "territory;type\n\"x\"y")) {
            said.add(sent(BodyLimit.CSV, BodyPublishers.ofString(broken)));
        }
        said.add(sent(BodyLimit.CSV, BodyPublishers.ofByteArray(new byte[] {'a', (byte) 0xE9, '\n', (byte) 0x81})));
        for (String part : List.of("_rels/.rels", "xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml")) {
            Path file = Zipped.sheet("").with(part, "<a><b></a>").in(folder);
            said.add(sent(BodyLimit.WORKBOOK, BodyPublishers.ofFile(file)));
            byte[] cut = Files.readAllBytes(file);
            said.add(sent(BodyLimit.WORKBOOK, BodyPublishers.ofByteArray(Arrays.copyOf(cut, cut.length / 2))));
            cut[40] ^= 0x55;
            said.add(sent(BodyLimit.WORKBOOK, BodyPublishers.ofByteArray(cut)));
        }
        assertThat(said)
                .allSatisfy(each -> assertThat(each)
                        .containsPattern("malformed|not-a-workbook|broken")
                        .doesNotContainPattern(
                                "(?i)exception|unexpected|jackson|ParseError|\\[row,col|record starting|zip"
                                        + " |END header|inflat"));
    }

    @Test
    void nothing_of_a_workbook_stays_behind() throws IOException {
        SentWorkbook.of(new ByteArrayInputStream(new byte[10]), -1, folder).close();
        InputStream large = new ByteArrayInputStream(new byte[BodyLimit.WORKBOOK_BYTES + 1]);
        assertThatThrownBy(() -> SentWorkbook.of(large, -1, folder)).isInstanceOf(ProblemException.class);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void the_encoding_is_found_or_heeded_and_one_that_nobody_knows_is_refused() {
        assertThat(csv(OPENED, BodyLimit.CSV, WINDOWS).getFirst().get("status").stringValue())
                .isEqualTo("recorded");
        assertThat(csv(OPENED, BodyLimit.CSV + ";charset=UTF-16", StandardCharsets.UTF_16)
                        .getFirst()
                        .get("status")
                        .stringValue())
                .isEqualTo("already-recorded");
        assertThat(post(BodyLimit.CSV + ";charset=none-such", BodyPublishers.ofString(OPENED))
                        .status())
                .isBetween(400, 415);
    }

    @Test
    void who_records_nothing_is_told_so_at_once() {
        for (String type : List.of(BodyLimit.CSV, BodyLimit.WORKBOOK, BodyLimit.OPEN_DOCUMENT)) {
            Answer answer = server.send(
                    server.as("auditor", PATH).header("Content-Type", type).POST(BodyPublishers.ofString("x")));
            assertThat(answer.status()).isEqualTo(403);
        }
    }

    @Test
    void every_fault_of_a_table_has_its_sentence_in_both_languages() {
        SentencePair sentences = SentencePair.of(TableProblems.class, "tables");
        String[] codes =
                Arrays.stream(TableFaultCode.values()).map(TableFaultCode::code).toArray(String[]::new);
        assertThat(sentences.french()).contains(codes);
        assertThat(sentences.english()).isEqualTo(sentences.french());
        // Those of an entry's faults that a table words by the forms it takes itself.
        assertThat(sentences.french())
                .map(sentence -> sentence.replaceFirst("\\.(?:near|flag)$", ""))
                .isSubsetOf(Stream.concat(
                                Arrays.stream(codes),
                                Arrays.stream(FaultCode.values()).map(FaultCode::code))
                        .toList());
        for (String code : sentences.french()) {
            Bilingual said = sentences.say(code, "§", "¤");
            assertThat(said.fr()).doesNotContain("{", "''");
            assertThat(said.en().contains("§")).as(code).isEqualTo(said.fr().contains("§"));
        }
    }

    private static String row(String... texts) {
        return Arrays.stream(texts)
                .map(text -> "<c t='str'><v>" + text + "</v></c>")
                .collect(Collectors.joining("", "<row>", "</row>"));
    }

    /** Whatever is answered, a line of its own or a refusal of all. */
    private static String sent(String type, BodyPublisher table) {
        Answer answer = post(type, table);
        assertThat(answer.status()).as(answer.body()).isLessThan(500);
        return answer.body();
    }

    private static void fill(Worksheet sheet, String table) {
        List<String> rows = table.lines().toList();
        for (int row = 0; row < rows.size(); row++) {
            String[] cells = rows.get(row).split(";", -1);
            for (int i = 0; i < cells.length; i++) {
                sheet.value(row, i, cells[i]);
            }
        }
    }

    private static String carrier(String territory) {
        ReadRegister.Whole read = (ReadRegister.Whole) server.registers().register(territory);
        CoordinationCarrierChanged last = (CoordinationCarrierChanged)
                Objects.requireNonNull(read.register().last()).entry();
        Organisation carrier = last.carrier();
        return carrier.name() == null ? carrier.id().text() : carrier.id() + " (" + carrier.name() + ")";
    }

    private static List<JsonNode> csv(String table) {
        return csv(table, BodyLimit.CSV, StandardCharsets.UTF_8);
    }

    private static List<JsonNode> csv(String table, String type, Charset charset) {
        return lines(PATH, type, BodyPublishers.ofString(table, charset));
    }

    private static List<JsonNode> workbook(byte[] workbook) {
        return lines(PATH, BodyLimit.WORKBOOK, BodyPublishers.ofByteArray(workbook));
    }

    private static List<JsonNode> lines(String path, String type, BodyPublisher table) {
        Answer answer = server.send(
                server.as("national", path).header("Content-Type", type).POST(table));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().map(Json::parse).toList();
    }

    private static Answer post(String type, BodyPublisher table) {
        return server.send(
                server.as("national", PATH).header("Content-Type", type).POST(table));
    }

    private static String summary(JsonNode result) {
        JsonNode whole = result.path("summary");
        if (whole.isObject()) {
            return whole.get("rows") + " rows " + whole.get("counts")
                    + (whole.get("complete").booleanValue() ? " complete" : " incomplete");
        }
        String line = result.get("line") + " " + result.get("status").stringValue();
        if (result.has("position")) {
            return line + " " + result.get("position");
        }
        List<String> errors = result.get("errors")
                .valueStream()
                .map(error -> error.get("code").stringValue() + " "
                        + error.path("column").asString("-"))
                .toList();
        return (line + " " + String.join(", ", errors)).strip();
    }
}
