package fr.jalon.console.importing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.console.say.Words;
import fr.jalon.events.language.Language;
import fr.jalon.tables.write.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JudgedRowTest {
    private static final String TABLE = """
            territory;type;effective;worksite;worksite.name;programme
            lille;worksite-joined-programme;mars 2024;jardin;Jardin des sens;convergence
            lille;worksite-joined-programme;31 avril 2024;autre;=Autre;convergence
            """;
    private static final String GOOD =
            "{\"line\": 2, \"entryId\": \"e-1\", \"territory\": \"lille\", \"status\": \"already-recorded\"}";
    private static final String FAULTY = """
            {"line": 3, "status": "malformed", "errors": [{"column": "effective",
             "details": {"fr": "Avril a trente jours.", "en": "April has thirty days."}}]}""";

    @Test
    void a_good_row_is_said_in_words_with_its_day() throws IOException {
        assertThat(judged(GOOD).said()).contains("Jardin des sens").endsWith("mars 2024");
    }

    @Test
    void a_row_that_is_in_the_register_has_the_address_of_its_entry() throws IOException {
        assertThat(judged(GOOD).link()).isEqualTo("/console/territories/lille/entries/e-1");
    }

    @Test
    void a_fault_names_its_column_and_what_is_written_there() throws IOException {
        assertThat(judged(FAULTY).faults())
                .containsExactly(new JudgedRow.Fault("effective", "31 avril 2024", "Avril a trente jours."));
    }

    @Test
    void a_row_that_cannot_be_read_is_shown_as_its_cells() throws IOException {
        assertThat(judged(FAULTY).said()).startsWith("lille · worksite-joined-programme · 31 avril 2024");
    }

    @Test
    void the_table_of_what_is_to_be_mended_has_the_faulty_row_and_why() throws IOException {
        byte[] csv = RowsToMend.csv(List.of(judged(FAULTY)), SentRows.of(sent()), "à revoir");
        assertThat(new String(csv, StandardCharsets.UTF_8)).isEqualToNormalizingNewlines("""
                \uFEFFregister.à revoir;territory;type;effective;worksite;worksite.name;programme
                effective: Avril a trente jours.;lille;worksite-joined-programme;31 avril 2024;autre;'=Autre;convergence
                """);
    }

    @Test
    void the_rows_before_a_break_in_a_table_are_shown() throws IOException {
        SentTable broken = new SentTable("t.csv", Format.CSV, (TABLE + "\"lille").getBytes(StandardCharsets.UTF_8));
        assertThat(SentRows.of(broken).said(new SentRows.Place("", 2), Language.FRENCH))
                .contains("Jardin des sens");
    }

    @Test
    void a_file_that_is_no_table_has_no_form() {
        assertThat(SentTable.formatOf("registre.pdf")).isEmpty();
    }

    private static SentTable sent() {
        return new SentTable("t.csv", Format.CSV, TABLE.getBytes(StandardCharsets.UTF_8));
    }

    private static JudgedRow judged(String result) throws IOException {
        return JudgedRow.of(
                JsonMapper.shared().readTree(result), SentRows.of(sent()), Words.in(Language.FRENCH), Language.FRENCH);
    }
}
