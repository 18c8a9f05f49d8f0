package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.standalone.JalonCommand.Ended;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands as a user or a script sees them: what they print, and how they end; one of each end in a process of its
 * own.
 */
class CommandLineTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path files;

    @Test
    void status_says_who_carried_on_a_day() throws Exception {
        Ended ended = jalon("national", "status", "marseille", "--as-of", "2022-12-31");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("ADPEI");
    }

    @Test
    void status_of_a_territory_nobody_opened_is_refused() throws Exception {
        Ended ended = jalon("national", "status", "atlantide");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.error()).contains("atlantide");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void history_prints_every_entry_and_json_is_a_line_each() throws Exception {
        Ended ended = jalon("auditor", "history", "rouen", "--json");

        assertThat(ended.code()).isZero();
        assertThat(ended.out().lines()).isNotEmpty().allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    }

    @Test
    void import_says_what_was_recorded_and_which_line_was_refused() throws Exception {
        String good = """
                {"entryId": "0198c5a0-0000-7000-8000-00000000c001", "territory": "nantes", "type": "watchpoint-raised", \
                "effective": "2024", "watchpoint": "essai-cli", "kind": "need"}
                """;
        Path file = Files.writeString(files.resolve("entries.ndjson"), good + "{\"type\": \"no-such-type\"}\n");

        Ended rehearsed = jalon("national", "import", file.toString(), "--dry-run");
        assertThat(rehearsed.code()).isEqualTo(1);
        assertThat(rehearsed.error()).contains("1 accepted");

        Ended recorded = jalon("national", "import", file.toString());
        assertThat(recorded.code()).isEqualTo(1);
        assertThat(recorded.out()).contains("no-such-type").doesNotContain("essai-cli");
        assertThat(recorded.error()).contains("1 recorded");

        Files.writeString(file, good);
        Ended again = jalon("national", "import", file.toString());
        assertThat(again.code()).as("sending it again is harmless").isZero();
        assertThat(again.error()).contains("1 already recorded");
    }

    @Test
    void a_template_filled_in_is_imported_and_its_faults_are_a_table() throws Exception {
        Path file = files.resolve("watchpoints.csv");
        Ended written = jalon("national", "template", "watchpoint-raised", "--out", file.toString());
        assertThat(written.code()).as(written.error()).isZero();
        String header = Files.readAllLines(file).getFirst();
        assertThat(header).startsWith("\uFEFFTerritory;Type of entry;Effective date;");

        Files.writeString(
                file,
                header
                        + "\r\nnantes;Watchpoint raised;31/01/2024;;essai-csv;;Need\r\nnantes;Watchpoint raised;soon;;x;;Needs\r\n");
        Ended recorded = jalon("national", "import", file.toString());
        assertThat(recorded.code()).isEqualTo(1);
        assertThat(recorded.out().lines().toList())
                .satisfiesExactly(
                        title -> assertThat(title).contains("line", "column", "what is wrong"),
                        date -> assertThat(date).contains("3  Effective date", "“soon”"),
                        kind -> assertThat(kind).contains("3  Kind", "“Needs”"));
        assertThat(recorded.error()).contains("1 recorded, 1 malformed");

        Files.writeString(file, header.replace("Kind", "Sort"));
        Ended refused = jalon("national", "import", file.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.error()).contains("“Sort”");
        assertThat(jalon("national", "import", "table.xls").code()).isEqualTo(2);
    }

    @Test
    void export_writes_what_import_takes_back() throws Exception {
        Ended printed = jalon("auditor", "export", "charente");
        assertThat(printed.code()).as(printed.error()).isZero();
        assertThat(printed.out().lines()).isNotEmpty().allMatch(line -> line.startsWith("{\"entryId\":"));

        Path file = files.resolve("charente.ndjson");
        assertThat(jalon("auditor", "export", "charente", "--out", file.toString())
                        .code())
                .isZero();
        assertThat(file).hasContent(printed.out());
        Ended again = jalon("national", "import", file.toString());
        assertThat(again.code()).as("the very entries, with their ids").isZero();
        assertThat(again.error()).contains(printed.out().lines().count() + " already recorded");
    }

    @Test
    void export_writes_other_forms_and_all_registers() throws Exception {
        Path workbook = files.resolve("charente.xlsx");
        Ended written = jalon("auditor", "export", "charente", "--format", "xlsx", "--out", workbook.toString());
        assertThat(written.code()).as(written.error()).isZero();
        assertThat(Files.readString(workbook, StandardCharsets.ISO_8859_1)).startsWith("PK");
        Path open = files.resolve("charente.ods");
        assertThat(jalon("auditor", "export", "charente", "--format", "ods", "--out", open.toString())
                        .code())
                .isZero();
        Ended again = jalon("national", "import", open.toString());
        assertThat(again.error()).contains("already recorded");
        assertThat(again.code()).isZero();
        assertThat(jalon("auditor", "export", "--format", "csv").out())
                .startsWith("register.position;register.standing;Que fait la ligne;")
                .contains("charente", "rouen");
        assertThat(jalon("auditor", "export", "charente", "--format", "cloudevents")
                        .out())
                .contains("\"specversion\":\"1.0\"");
    }

    @Test
    void an_export_that_cannot_be_is_explained_and_leaves_no_file() throws Exception {
        Path file = files.resolve("atlantide.ndjson");
        Ended unknown = jalon("auditor", "export", "atlantide", "--out", file.toString());
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.error()).contains("atlantide");
        assertThat(file).doesNotExist();

        Ended nowhere = jalon(
                "auditor", "export", "--out", files.resolve("none/all.ndjson").toString());
        assertThat(nowhere.code()).isEqualTo(1);
        assertThat(nowhere.error()).contains("There is no folder");
        assertThat(jalon("auditor", "export", "--format", "pdf").code()).isEqualTo(2);
    }

    @Test
    void a_funder_may_not_import() throws Exception {
        Path file = Files.writeString(files.resolve("entries.ndjson"), "{}\n");

        assertThat(jalon("funder-mel", "import", file.toString()).code()).isEqualTo(77);
        assertThat(jalon("nobody", "status", "marseille").code()).isEqualTo(77);
    }

    @Test
    void rebuild_ends_when_the_read_models_are_new() throws Exception {
        Ended ended = jalon("national", "rebuild");

        assertThat(ended.code()).as(ended.error()).isZero();
        assertThat(jalon("auditor", "status", "marseille", "--as-of", "2022-12-31")
                        .out())
                .contains("ADPEI");
    }

    @Test
    void check_says_that_all_is_as_it_was_sealed() throws Exception {
        Ended ended = jalon("auditor", "check");

        assertThat(ended.code()).as(ended.error()).isZero();
        assertThat(ended.out()).contains("All is as it was sealed");
    }

    @Test
    void replay_tells_every_entry_and_what_it_moved() throws Exception {
        Ended ended = jalon("auditor", "replay", "marseille-exemple");

        assertThat(ended.code()).as(ended.error()).isZero();
        assertThat(ended.out())
                .contains("Coordination carrier")
                .contains("+ ADPEI: possible from 1 January 2019 to 30 December 2023");
        assertThat(jalon("auditor", "replay", "atlantide").code()).isEqualTo(1);
    }

    @Test
    void verify_needs_no_server_and_names_what_was_altered() throws Exception {
        Asking auditor = new Asking(DemoServer.running().address(), "auditor");
        byte[] pack = auditor.bytes("/territories/rouen/audit-pack");
        Path file = Files.write(files.resolve("rouen.zip"), pack);

        Ended whole = jalon("", "verify", file.toString());
        assertThat(whole.code()).as(whole.error()).isZero();
        assertThat(whole.out()).contains("rouen", "the pack is whole", "jalon/");

        int leaf = new String(pack, StandardCharsets.ISO_8859_1).indexOf("\"revision\"");
        pack[leaf] ^= 1;
        Files.write(file, pack);
        Ended altered = jalon("", "verify", file.toString());
        assertThat(altered.code()).isEqualTo(1);
        assertThat(altered.error()).containsPattern("leaves.ndjson, entry 1 of rouen \\([0-9a-f-]{36}\\): altered");
        assertThat(jalon("", "verify", files.resolve("none.zip").toString()).code())
                .isEqualTo(2);
        assertThat(jalon("", "verify", file.toString(), "--key", "none").code()).isEqualTo(2);
    }

    @Test
    void verify_with_a_server_says_that_the_packs_log_is_the_beginning_of_its_own() throws Exception {
        Asking auditor = new Asking(DemoServer.running().address(), "auditor");
        Path file = Files.write(files.resolve("lyon.zip"), auditor.bytes("/territories/lyon/audit-pack"));

        Ended linked = jalon(
                "auditor",
                "verify",
                file.toString(),
                "--url",
                DemoServer.running().address().toString());
        assertThat(linked.code()).as(linked.error()).isZero();
        assertThat(linked.out()).contains("is the beginning of the one at");
    }

    @Tag("long")
    @Test
    void a_second_process_on_the_same_data_is_refused_with_a_sentence() throws Exception {
        Ended ended = terminal().jalonAlone("", "serve", "--port=0", "--data=" + DemoServer.data());

        assertThat(ended.code()).isEqualTo(69);
        assertThat(ended.error()).contains("Another Jalon").doesNotContain("Exception");
    }

    @Test
    void a_wrong_line_is_explained() throws Exception {
        Ended ended = jalon("", "statuts", "marseille");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.error()).contains("status");
    }

    private static Ended jalon(String user, String... arguments) {
        return terminal().jalon(user, arguments);
    }

    private static Terminal terminal() {
        return new Terminal(DemoServer.running().address());
    }
}
