package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.language.Language;
import fr.jalon.standalone.JalonCommand.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of somebody who takes nothing on trust. */
class ProvingCommandsTest {
    private final Terminal terminal = new Terminal(DemoServer.running().address()).in(Language.FRENCH);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path files;

    @Test
    void a_pack_is_written_to_a_file_and_holds() {
        String pack = files.resolve("lyon.zip").toString();
        Ended written = terminal.jalon("auditor", "pack", "lyon", "--out", pack);

        assertThat(written.code()).as(written.error()).isZero();
        assertThat(written.error()).contains("jalon verify " + pack);
        assertThat(Terminal.alone()
                        .in(Language.FRENCH)
                        .jalon("", "verify", pack)
                        .out())
                .contains("lyon : le dossier est intact.");
        assertThat(terminal.showing(80).jalon("auditor", "pack", "lyon").code())
                .as("no zip on a terminal")
                .isEqualTo(2);
    }

    @Test
    void so_is_that_of_a_funder_and_that_of_all_territories() {
        String funder = files.resolve("mel.zip").toString();
        String all = files.resolve("all.zip").toString();

        assertThat(terminal.jalon("funder-mel", "pack", "--funder", "mel", "--as-of", "2023-06-01", "--out", funder)
                        .code())
                .isZero();
        assertThat(terminal.jalon("auditor", "pack", "--all", "--out", all).code())
                .isZero();
        Terminal alone = Terminal.alone().in(Language.FRENCH);
        assertThat(alone.jalon("", "verify", funder).out()).contains("mel", "est intact");
        assertThat(alone.jalon("", "verify", all).code()).isZero();
    }

    @Test
    void a_pack_of_nothing_or_of_several_things_is_refused_with_what_may_be_asked_for() {
        assertThat(terminal.jalon("auditor", "pack").error()).contains("--funder", "--all");
        assertThat(terminal.jalon("auditor", "pack", "lyon", "--all").code()).isEqualTo(2);
    }

    @Test
    void a_proof_tells_the_entry_as_the_signed_log_has_it() {
        Ended proven = terminal.jalon("auditor", "proof", "marseille-exemple/2", "--key", key());

        assertThat(proven.code()).as(proven.error()).isZero();
        assertThat(proven.out())
                .contains("marseille-exemple/2 est dans le journal signé : feuille 2 sur ")
                .contains("Changement de porteur de la coordination : ADPEI", "2019", "signé par la clé donnée");
        assertThat(terminal.jalon("auditor", "proof", "e1000000-0000-4000-8000-000000000001")
                        .out())
                .contains("Comparez-la à celle que vous tenez d'ailleurs");
    }

    @Test
    void a_proof_opens_the_texts_of_its_entry_and_an_altered_opening_is_refused_and_said() throws Exception {
        String said = "Un soutien est demandé";
        String entry = recorded("description=" + said);
        Ended proven = terminal.jalon("auditor", "proof", entry, "--key", key());
        assertThat(proven.code()).as(proven.error()).isZero();
        assertThat(proven.out()).contains(said).doesNotContain("jalon-text:");

        try (AlteringProxy proxy = AlteringProxy.of(
                DemoServer.running().address(), json -> json.replaceFirst("(\"disclosures\":\\[\"W)..", "$1zz"))) {
            Ended refused =
                    new Terminal(proxy.address()).in(Language.FRENCH).jalon("auditor", "proof", entry, "--key", key());
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.error()).contains("n'est pas ce à quoi le journal signé s'engage", entry);
        }
    }

    /** The id of a watchpoint in Nantes that says so. */
    private String recorded(String assignment) throws Exception {
        Path before = files.resolve("before.txt");
        terminal.jalon("auditor", "checkpoint", "--out", before.toString());
        Ended done = terminal.jalon(
                "national",
                "record",
                "nantes",
                "watchpoint-raised",
                "effective=2023",
                "watchpoint=cli-opened",
                "kind=need",
                assignment,
                "--yes");
        assertThat(done.code()).as(done.error()).isZero();
        awaitSealed(before);
        return done.out().replaceAll("(?s).*\\(([0-9a-f-]{36})\\).*", "$1");
    }

    @Test
    void a_proof_signed_with_another_key_than_ones_own_is_refused() {
        String other = "jalon/other+5a3cf1f6+AVLQhBZ7Yb1TG3uK4rH4pHuJ0mZBhpZ8ppRpq8aQn9Xl";
        Ended refused = terminal.jalon("auditor", "proof", "marseille-exemple/2", "--key", other);

        assertThat(refused.code()).isNotZero();
        assertThat(refused.out()).isEmpty();
    }

    @Test
    void a_log_that_has_only_grown_is_proven_so_from_a_kept_checkpoint_with_and_without_the_server() {
        Path kept = files.resolve("kept.txt");
        Path growth = files.resolve("growth.json");
        assertThat(terminal.jalon("auditor", "checkpoint", "--out", kept.toString())
                        .error())
                .contains("jalon consistency");
        terminal.jalon(
                "national",
                "record",
                "nantes",
                "watchpoint-raised",
                "effective=2023",
                "watchpoint=cli-grown",
                "kind=need",
                "--yes");

        Ended grown =
                terminal.jalon("auditor", "consistency", kept.toString(), "--save", growth.toString(), "--key", key());
        assertThat(grown.code()).as(grown.error()).isZero();
        assertThat(grown.out()).contains("n'a fait que grandir", "signé par la clé donnée");
        Ended offline = Terminal.alone()
                .in(Language.FRENCH)
                .jalon("", "consistency", kept.toString(), "--proof", growth.toString(), "--key", key());
        assertThat(offline.out()).isEqualTo(grown.out());
    }

    @Test
    void a_checkpoint_or_a_proof_that_was_tampered_with_is_refused() throws Exception {
        Path kept = files.resolve("kept.txt");
        terminal.jalon("auditor", "checkpoint", "--out", kept.toString());
        Path growth = files.resolve("growth.json");
        Files.writeString(kept, Files.readString(kept).replaceFirst("\n(\\d+)\n", "\n1$1\n"));

        Ended refused = terminal.jalon("auditor", "consistency", kept.toString(), "--save", growth.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.error()).contains("n'est pas signé par une clé connue");
        assertThat(growth).doesNotExist();
        Files.writeString(growth, "{}");
        assertThat(terminal.jalon("auditor", "consistency", kept.toString(), "--proof", growth.toString())
                        .code())
                .isEqualTo(1);
    }

    @Test
    void a_log_that_was_rolled_back_or_is_another_is_told_apart_with_no_server() throws Exception {
        Path older = files.resolve("older.txt");
        Path younger = files.resolve("younger.txt");
        Path then = files.resolve("then.json");
        Path now = files.resolve("now.json");
        terminal.jalon("auditor", "checkpoint", "--out", older.toString());
        terminal.jalon("auditor", "consistency", older.toString(), "--save", then.toString());
        terminal.jalon(
                "national",
                "record",
                "nantes",
                "watchpoint-raised",
                "effective=2023",
                "watchpoint=cli-rolled",
                "kind=need",
                "--yes");
        awaitSealed(older);
        terminal.jalon("auditor", "checkpoint", "--out", younger.toString());
        terminal.jalon("auditor", "consistency", older.toString(), "--save", now.toString());

        assertThat(Terminal.alone()
                        .in(Language.FRENCH)
                        .jalon("", "consistency", younger.toString(), "--proof", then.toString())
                        .error())
                .contains("Le journal est revenu en arrière");
        Files.writeString(
                now, Files.readString(now).replaceFirst("(\"path\" : \\[ \")[^\"]+", "$1" + "A".repeat(43) + "="));
        assertThat(Terminal.alone()
                        .in(Language.FRENCH)
                        .jalon("", "consistency", older.toString(), "--proof", now.toString())
                        .error())
                .contains("quelque chose a été altéré, supprimé ou inséré");
    }

    /** An entry is sealed within a second, as a rule. */
    private void awaitSealed(Path older) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (terminal.jalon("auditor", "checkpoint").out().equals(Files.readString(older))) {
            assertThat(System.nanoTime() - end).as("never sealed").isNegative();
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private String key() {
        try {
            return new Asking(DemoServer.running().address(), "auditor")
                    .text("/log/key")
                    .lines()
                    .findFirst()
                    .orElseThrow();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
