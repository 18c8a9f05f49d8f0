package fr.jalon.events.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.label.Labels;
import fr.jalon.events.meaning.SubjectKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stored form never changes silently: each type has a released example that reads and rewrites byte for byte. */
class GoldenTest {
    private static final Path GOLDEN = Path.of("../shared-events/src/main/resources/golden");
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static Stream<EntryType> types() {
        return EntryType.all().stream();
    }

    /** By name: a type's own, and further ones, as {@code figure-reported.trend}, for fields that came later. */
    static List<String> examples() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_reads_and_rewrites_byte_for_byte(String example) throws IOException {
        String golden = minified(example);
        Entry entry = EntryJson.read(golden);
        assertThat(EntryType.of(entry)).isEqualTo(type(example));
        assertThat(EntryJson.write(entry)).isEqualTo(golden);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_released_example_is_never_edited(String example) throws Exception {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(minified(example).getBytes(StandardCharsets.UTF_8));
        assertThat(Files.readAllLines(GOLDEN.resolve("RELEASED")))
                .as("a new shape is a new revision; the old example stays")
                .contains(HexFormat.of().formatHex(digest) + "  " + example);
    }

    @Test
    void no_released_example_is_gone() throws IOException {
        assertThat(Files.readAllLines(GOLDEN.resolve("RELEASED")).stream()
                        .map(line -> line.substring(line.indexOf("  ") + 2)))
                .containsExactlyInAnyOrderElementsOf(examples());
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_type_has_its_example(EntryType type) {
        assertThat(GOLDEN.resolve(type.name() + ".json")).exists();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_keeps_to_its_schema_and_a_broken_one_does_not(String example) throws IOException {
        EntryType type = type(example);
        String schema = EntrySchema.of(type).toString();
        String golden = minified(example);
        assertThat(faults(schema, golden)).isEmpty();
        assertThat(faults(schema, golden.replace("\"status\":", "\"stats\":"))).isNotEmpty();
        assertThat(faults(schema, golden.replace("\"type\":\"" + type.name(), "\"type\":\"other")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_type_has_a_label_in_both_languages(EntryType type) {
        assertThat(Labels.in(Locale.FRENCH).of(type)).isNotBlank();
        assertThat(Labels.in(Locale.ENGLISH).of(type)).isNotBlank();
    }

    @Test
    void every_subject_has_a_label_in_both_languages() {
        for (SubjectKind kind : SubjectKind.all()) {
            assertThat(Labels.in(Locale.FRENCH).of(kind)).isNotBlank();
            assertThat(Labels.in(Locale.ENGLISH).of(kind)).isNotBlank();
        }
    }

    private static List<?> faults(String schema, String json) {
        return SCHEMAS.getSchema(schema, InputFormat.JSON).validate(json, InputFormat.JSON);
    }

    private static EntryType type(String example) {
        return EntryType.named(example.replaceFirst("\\..*", "")).orElseThrow();
    }

    private static String minified(String example) throws IOException {
        return Json.parse(Files.readAllBytes(GOLDEN.resolve(example + ".json"))).toString();
    }
}
