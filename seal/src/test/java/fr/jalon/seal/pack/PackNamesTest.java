package fr.jalon.seal.pack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.RegisterPlace;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.log.SigningKey;
import fr.jalon.people.MasterKey;
import fr.jalon.people.NameSeal;
import fr.jalon.people.PersonKeys;
import fr.jalon.people.ReaderNames;
import fr.jalon.people.TextKeys;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.readmodel.processor.World;
import fr.jalon.seal.log.KeptCheckpoints;
import fr.jalon.seal.log.Proofs;
import fr.jalon.seal.log.SealedLog;
import fr.jalon.seal.notary.Notary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What persons are called, in packs: disclosed to who may see it, in no byte for who may not, proved to both. */
class PackNamesTest {
    private static final SigningKey KEY = PackWorld.KEY;
    private static final World WORLD = new World();
    private static final MasterKey MASTER = MasterKey.random();
    private static final NameSeal SEAL = new NameSeal(
            new PersonKeys(WORLD.pool(DatabaseRole.COMMAND), MASTER),
            new TextKeys(WORLD.pool(DatabaseRole.COMMAND), MASTER));
    private static final ReaderNames ALL = new ReaderNames(SEAL, territory -> true);
    private static final ReaderNames NONE = new ReaderNames(SEAL, territory -> false);
    private static final AuditPacks PACKS = packs();

    @TempDir
    private Path folder;

    private static AuditPacks packs() {
        SealedLog sealed = new SealedLog(WORLD.query);
        WORLD.record(entry("1", """
                "type": "territory-opened", "name": "Lille", "kind": "metropole", "departments": ["59"]\
                """));
        WORLD.record(entry("2", appointed("zoe", "Zéphyrine <Quesnoy>")));
        WORLD.record(
                entry("3", appointed("paul", "Paul Ombelle").replace("2020", "2021") + ", \"note\": \"Un mot clair\""));
        WORLD.record(entry("4", """
                "type": "person-erased", "effective": "2022-01-01", "askedBy": "national", "confirmedBy": "autre",
                "reason": "Dossier dix-sept"\
                """));
        Proofs proofs = new Proofs(WORLD.log, sealed, Optional.empty());
        try (Notary notary = new Notary(WORLD.query, WORLD.log, KEY, KeptCheckpoints.nowhere())) {
            notary.start();
            assertThat(proofs.sealedBeyond(4)).isNotNull();
        }
        return new AuditPacks(WORLD.log, sealed, proofs, Optional.of(KEY));
    }

    private static String appointed(String id, String name) {
        return """
                "type": "coordinator-appointed", "effective": "2020", "person": {"id": "%s", "name": "%s"}\
                """.formatted(id, name);
    }

    private static Entry entry(String number, String own) {
        return SEAL.sealed(
                EntryJson.read("{\"entryId\": \"0198c5a0-0000-7000-8000-00000000000%s\", \"territory\": \"lille\", %s}"
                        .formatted(number, own.contains("effective") ? own : own + ", \"effective\": \"2019\"")),
                false);
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    private static byte[] pack(ReaderNames reader) throws IOException {
        AuditPacks.Wish wish =
                new AuditPacks.Wish("lille", new AsOf(LocalDate.of(2022, 6, 1)), new RegisterPlace.End());
        return PackWorld.read(PACKS.make(wish, reader).orElseThrow());
    }

    @Test
    void who_may_see_names_has_each_with_what_proves_it_and_reads_them_in_the_report() throws Exception {
        byte[] pack = pack(ALL);

        assertThat(new PackVerifier(List.of()).verify(pack).entries()).isEqualTo(4);
        assertThat(python(pack)).startsWith("OK lille: 4 entries");
        Map<String, byte[]> files = AuditPackTest.read(pack);
        assertThat(text(files, "names.json"))
                .contains("Zéphyrine <Quesnoy>", "\"person\":\"paul\"", "Dossier dix-sept");
        assertThat(report(files)).contains("Paul Ombelle", "Effacement d’une personne");
    }

    @Test
    void who_may_not_has_no_name_in_any_byte_and_verifies_all_else() throws Exception {
        byte[] pack = pack(NONE);

        assertThat(new PackVerifier(List.of()).verify(pack).entries()).isEqualTo(4);
        assertThat(python(pack)).startsWith("OK lille: 4 entries");
        Map<String, byte[]> files = AuditPackTest.read(pack);
        assertThat(new String(pack, StandardCharsets.UTF_8)).doesNotContain("Ombelle", "Quesnoy");
        assertThat(text(files, "names.json"))
                .startsWith("{\"names\":[\n],\"texts\":[\n{\"entryId\":\"0198c5a0-0000-7000-8000-000000000003\"")
                .contains("\"text\":\"Un mot clair\"");
        assertThat(report(files)).doesNotContain("Ombelle", "jalon-person").contains("paul");
    }

    @Test
    void another_name_or_text_or_somebody_elses_is_found_out_by_both_verifiers() throws Exception {
        byte[] pack = pack(ALL);
        for (Map.Entry<String, String> lie : Map.of(
                        "\"Paul Ombelle\"",
                        "\"Paul Autre\"",
                        "\"person\":\"paul\"",
                        "\"person\":\"zoe\"",
                        "\"Un mot clair\"",
                        "\"Un mot faux\"")
                .entrySet()) {
            byte[] lies = AuditPackTest.signedAgain(pack, "names.json", lie.getKey(), lie.getValue());

            assertThat(AuditPackTest.fault(lies))
                    .startsWith("name names.json lille 3 0198c5a0-0000-7000-8000-000000000003");
            assertThat(python(lies)).startsWith("name names.json lille 3 0198c5a0");
        }
    }

    private String python(byte[] pack) throws Exception {
        try (PythonVerifier python = new PythonVerifier(folder, pack)) {
            return python.of(pack);
        }
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(Objects.requireNonNull(files.get(name)), StandardCharsets.UTF_8);
    }

    private static String report(Map<String, byte[]> files) throws IOException {
        try (var document = Loader.loadPDF(Objects.requireNonNull(files.get("report.pdf")))) {
            return new PDFTextStripper().getText(document);
        }
    }
}
