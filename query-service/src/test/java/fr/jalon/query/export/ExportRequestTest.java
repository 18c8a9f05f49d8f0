package fr.jalon.query.export;

import static fr.jalon.query.export.Carried.carry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.Sight;
import fr.jalon.events.json.Json;
import fr.jalon.events.json.Sha256;
import fr.jalon.events.language.Language;
import fr.jalon.query.QueryServer;
import fr.jalon.query.ReadModels;
import fr.jalon.query.asked.CacheableAnswer;
import fr.jalon.query.asked.Questions;
import fr.jalon.readmodel.question.Knowledge;
import fr.jalon.tables.write.Format;
import fr.jalon.web.problem.ProblemException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.TransientDataAccessException;

/** How files are asked for, called, cited and refused. */
class ExportRequestTest {
    private static final QueryServer SERVER = QueryServer.shared();
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.spreadsheet";
    private static final String PATH = "/territories/export-nantes/export/";

    @BeforeAll
    static void record() {
        ReadModels models = QueryServer.sharedModels();
        models.record("export-nantes", 1, """
                "type": "territory-opened", "effective": "2015", "name": "Nantes", "kind": "city\"""");
        models.record("export-nantes", 2, """
                "type": "funding-granted", "effective": "2023", "funding": "ars", "funder": "ars-pdl\"""");
        models.record("export-nantes", 3, """
                "type": "funding-renewed", "effective": "2024", "funding": "ars\"""");
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
            application/vnd.oasis.opendocument.spreadsheet | application/vnd.oasis.opendocument.spreadsheet
            */*                                                               | text/csv;charset=UTF-8
            text/html, application/json;q=0.9, */*;q=0.1                      | application/json
            text/csv;q=0.1, application/json                                  | application/json
            """)
    void a_file_without_extension_comes_in_the_form_that_is_accepted(String accept, String type) {
        Carried carried = Carried.of(SERVER.question(PATH + "state").header("Accept", accept));

        assertThat(carried.header("Content-Type")).isEqualTo(type);
        assertThat(carried.header("Vary")).contains("Accept");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            state             | image/png            | text/csv, %1$s, %2$s, application/json
            state             | application/x-ndjson | text/csv, %1$s, %2$s, application/json
            state?format=csv  | application/json     | text/csv
            entries.xlsx      | application/json     | %1$s
            """)
    void what_accept_leaves_out_is_refused_with_the_forms_that_the_file_has(String file, String accept, String forms) {
        Carried refused = Carried.of(SERVER.question(PATH + file).header("Accept", accept));

        assertThat(refused.status()).isEqualTo(406);
        assertThat(Json.parse(refused.text()).at("/details/en").stringValue())
                .isEqualTo("This address offers: %s.".formatted(forms.formatted(WORKBOOK, OPEN_DOCUMENT)));
    }

    @Test
    void a_file_has_a_name_to_save_it_by() {
        assertThat(carry(PATH + "state.xlsx", "asOf", "2023-06-01").header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"export-nantes-state-2023-06-01.xlsx\"");
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
                    .isEqualTo(CacheableAnswer.receipt(Sha256.begun().digest(carried.bytes())));
        }
        assertThat(follow(carry(PATH + "state.csv", "bom", "true").header("Link"))
                        .text())
                .startsWith("\uFEFF");
        for (String workbook : List.of("state.xlsx", "state.ods")) {
            assertThat(carry(PATH + workbook).header("Link"))
                    .as("a workbook says when it was made, or is packed: no link gives its bytes again")
                    .isEmpty();
        }
    }

    @Test
    void all_territories_are_cited_at_an_instant_that_is_settled() {
        Carried settled = carry("/export/history.csv", "knownAt", "2024-05-01T10:00:00.5Z");

        assertThat(follow(settled.header("Link")).bytes()).isEqualTo(settled.bytes());
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
            events.ods,                  404, unknown-export
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
    void a_territory_that_nobody_opened_and_a_position_for_all_are_refused() {
        assertThat(carry("/territories/nowhere/export/state.csv").status()).isEqualTo(404);
        assertThat(carry("/export/state.csv", "knownAt", "3").status())
                .as("registers share no positions")
                .isEqualTo(400);
    }

    @Test
    void where_no_file_can_be_made_the_reader_is_told_to_come_again() {
        ExportFiles files = filesIn(Path.of("target", "no-such-folder"));
        Wish wish = new Wish(
                Exported.STATE,
                Format.CSV,
                false,
                new AsOf(LocalDate.parse("2024-01-01")),
                List.of(),
                null,
                Sight.OF_ALL,
                Language.FRENCH);

        assertThatThrownBy(() -> files.make(wish))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        told -> assertThat(told.problem().status()).isEqualTo(503));
    }

    @Test
    void no_file_is_left_behind(@TempDir Path folder) {
        ExportFiles files = filesIn(folder);
        Knowledge gone = new Knowledge("nowhere", 1, Instant.EPOCH, 1, Instant.EPOCH);
        Wish wish = new Wish(
                Exported.HISTORY,
                Format.CSV,
                false,
                new AsOf(LocalDate.parse("2024-01-01")),
                List.of(gone),
                null,
                Sight.OF_ALL,
                Language.FRENCH);

        assertThatThrownBy(() -> files.make(wish)).isInstanceOf(TransientDataAccessException.class);
        assertThat(folder).isEmptyDirectory();
    }

    private static ExportFiles filesIn(Path folder) {
        return new ExportFiles(SERVER.part(Questions.class), SERVER.part(Exports.class), folder);
    }

    private static Carried follow(String link) {
        return Carried.of(SERVER.as("auditor", link.substring(1, link.indexOf('>'))));
    }
}
