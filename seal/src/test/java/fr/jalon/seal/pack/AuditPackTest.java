package fr.jalon.seal.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.answers.RegisterPlace;
import fr.jalon.events.Seed;
import fr.jalon.events.json.Sha256;
import fr.jalon.log.SignedNote;
import fr.jalon.log.SigningKey;
import fr.jalon.seal.pack.PackVerifier.Verified;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditPackTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void a_pack_verifies_with_nothing_but_itself_in_java_and_in_python() throws Exception {
        byte[] pack = PackWorld.pack("lille", new RegisterPlace.End());
        Verified verified = new PackVerifier(List.of(PackWorld.KEY.verifier())).verify(pack);

        assertThat(verified.entries()).isEqualTo(25);
        assertThat(verified.size()).isEqualTo(65);
        try (PythonVerifier python = new PythonVerifier(directory, pack)) {
            assertThat(python.of(0, 0))
                    .isEqualTo("OK lille: 25 entries, all in the log of 65; %d files unaltered."
                            .formatted(verified.files()));
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
            assertThat(Objects.requireNonNull(zip.getNextEntry()).getName())
                    .as("any zip program opens it")
                    .isEqualTo("README.txt");
        }
    }

    @Tag("long")
    @Test
    void any_altered_byte_is_refused_by_both_and_named_alike() throws Exception {
        long seed = Seed.of(20260123, "AuditPackTest");
        Random random = new Random(seed);
        byte[] pack = PackWorld.pack("lille", new RegisterPlace.End());
        Map<String, Extent> files = extents(pack);
        try (PythonVerifier python = new PythonVerifier(directory, pack)) {
            for (int at : places(files, pack, random)) {
                int mask = 1 << random.nextInt(8);
                byte[] changed = pack.clone();
                changed[at] ^= (byte) mask;
                String java = fault(changed);
                assertThat(python.of(at, mask)).as("byte %d ^ %d", at, mask).isEqualTo(java);
                String file = fileAt(files, at);
                if (!file.isEmpty()) {
                    assertThat(java).as("byte %d ^ %d", at, mask).contains(" " + file);
                }
            }
        }
    }

    @Test
    void what_is_cut_off_added_or_stands_twice_is_refused() throws Exception {
        byte[] pack = PackWorld.pack("lille", new RegisterPlace.End());
        Random random = new Random(4);
        for (int i = 0; i < 20; i++) {
            assertThat(fault(Arrays.copyOf(pack, random.nextInt(pack.length)))).isNotEmpty();
        }
        assertThat(fault(Arrays.copyOf(pack, pack.length + 1))).isEqualTo("container " + pack.length);
        Map<String, byte[]> files = PlainZip.read(pack);
        files.put("autre.txt", new byte[] {1});
        assertThat(fault(PlainZip.of(files))).isEqualTo("extra-file autre.txt");
        files.remove("autre.txt");
        files.remove("schemas/study-launched.json");
        assertThat(fault(PlainZip.of(files))).isEqualTo("missing-file schemas/study-launched.json");
    }

    @Test
    void a_state_or_history_that_the_entries_do_not_make_is_refused_though_signed() throws Exception {
        byte[] pack = PackWorld.pack("lille", new RegisterPlace.Through(20));
        assertThat(fault(signedAgain(pack, "state.json", "\"position\":20", "\"position\":19")))
                .isEqualTo("state state.json");
        assertThat(fault(signedAgain(pack, "history.json", "\"actor\":\"national\"", "\"actor\":\"personne\"")))
                .isEqualTo("history history.json lille 1 " + AlteredPackTest.id(read(pack), 1));
        assertThat(fault(signedAgain(pack, "leaves.ndjson", "\"position\":3", "\"position\":4")))
                .isEqualTo("proof leaves.ndjson lille 3 " + AlteredPackTest.id(read(pack), 3));
        assertThat(fault(signedAgain(pack, "report.pdf", "%PDF", "%PDF"))).isEmpty();
    }

    @Test
    void another_key_than_the_one_given_is_refused() throws Exception {
        byte[] pack = PackWorld.pack("paris", new RegisterPlace.End());
        PackVerifier other =
                new PackVerifier(List.of(SigningKey.make("jalon/test").verifier()));
        assertThatThrownBy(() -> other.verify(pack)).hasMessageStartingWith("manifest-signature manifest.note");
    }

    @Test
    void the_report_is_tagged_has_its_font_and_shows_names_as_text() throws Exception {
        byte[] pdf = Objects.requireNonNull(
                PlainZip.read(PackWorld.pack("lille", new RegisterPlace.End())).get("report.pdf"));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Dossier d'audit",
                            "<script>alert('x')</script>",
                            "Page 1 sur ",
                            "possible",
                            "national",
                            "Porteur de la coordination : ");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            var fonts = document.getPage(0).getResources();
            for (var name : fonts.getFontNames()) {
                assertThat(fonts.getFont(name).isEmbedded()).isTrue();
            }
            assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).doesNotContain("/JavaScript", "/URI");
        }
    }

    @Test
    void nobody_opened_territory_has_no_pack() {
        assertThat(PackWorld.make("atlantide")).isEmpty();
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream in = AuditPacks.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    static String fault(byte[] pack) {
        try {
            var _ = new PackVerifier(List.of()).verify(pack);
            return "";
        } catch (PackFault fault) {
            return fault.line();
        }
    }

    /** A few places in every file and every header, and more in the directory. */
    private static Set<Integer> places(Map<String, Extent> files, byte[] pack, Random random) {
        Set<Integer> places = new TreeSet<>();
        int end = 0;
        for (Extent file : files.values()) {
            places.add(end + random.nextInt(file.begin - end));
            for (int i = 0; i < 3; i++) {
                places.add(file.begin + random.nextInt(file.end - file.begin));
            }
            places.add(file.end - 1);
            end = file.end;
        }
        for (int i = 0; i < 40; i++) {
            places.add(end + random.nextInt(pack.length - end));
        }
        return places;
    }

    private static String fileAt(Map<String, Extent> files, int at) {
        return files.entrySet().stream()
                .filter(file -> at >= file.getValue().begin && at < file.getValue().end)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /** Where a file's content is. */
    private record Extent(int begin, int end) {}

    private static Map<String, Extent> extents(byte[] pack) {
        Map<String, Extent> extents = new LinkedHashMap<>();
        int at = 0;
        for (var file : read(pack).entrySet()) {
            int begin = at + PlainZip.HEADER + file.getKey().length();
            at = begin + file.getValue().length;
            extents.put(file.getKey(), new Extent(begin, at));
        }
        return extents;
    }

    static Map<String, byte[]> read(byte[] pack) {
        try {
            return PlainZip.read(pack);
        } catch (PackFault e) {
            throw new AssertionError(e);
        }
    }

    /** The pack of a log that lies: one file says something else, and all is signed for. */
    static byte[] signedAgain(byte[] pack, String name, String from, String to) {
        Map<String, byte[]> files = read(pack);
        Charset latin = StandardCharsets.ISO_8859_1;
        String text = new String(Objects.requireNonNull(files.get(name)), latin);
        assertThat(text).contains(from);
        files.put(name, text.replaceFirst(Pattern.quote(from), to).getBytes(latin));
        return signedAgain(files);
    }

    /** These files, signed for as they are. */
    static byte[] signedAgain(Map<String, byte[]> files) {
        String manifest = new Manifest(files.entrySet().stream()
                        .filter(file -> !Manifest.SIGNED_BESIDE.contains(file.getKey()))
                        .map(file -> new Manifest.Item(
                                file.getKey(), file.getValue().length, Sha256.hex(file.getValue()), List.of()))
                        .toList())
                .text();
        files.put(Manifest.MANIFEST, manifest.getBytes(StandardCharsets.UTF_8));
        Manifest.Signed was = Manifest.Signed.parse(
                SignedNote.parse(new String(Objects.requireNonNull(files.get(Manifest.NOTE)), StandardCharsets.UTF_8))
                        .text());
        String note = new Manifest.Signer(was.kind(), was.subject(), PackWorld.KEY).note(Sha256.hex(manifest));
        files.put(Manifest.NOTE, note.getBytes(StandardCharsets.UTF_8));
        return PlainZip.of(files);
    }
}
