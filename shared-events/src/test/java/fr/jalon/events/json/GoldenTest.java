package fr.jalon.events.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.label.Labels;
import fr.jalon.events.timeline.SubjectKind;
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
    private static final Path GOLDEN = Path.of("src/main/resources/golden");
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static Stream<EntryType> types() {
        return EntryType.all().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void an_example_reads_and_rewrites_byte_for_byte(EntryType type) throws IOException {
        String golden = minified(type);
        Entry entry = EntryJson.read(golden);
        assertThat(EntryType.of(entry)).isEqualTo(type);
        assertThat(EntryJson.write(entry)).isEqualTo(golden);
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_released_example_is_never_edited(EntryType type) throws Exception {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(minified(type).getBytes(StandardCharsets.UTF_8));
        assertThat(Files.readAllLines(GOLDEN.resolve("RELEASED")))
                .as("a new shape is a new revision; the old example stays")
                .contains(HexFormat.of().formatHex(digest) + "  " + type.name());
    }

    @Test
    void no_example_lacks_its_type() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json")))
                    .containsExactlyInAnyOrderElementsOf(
                            types().map(type -> type.name() + ".json").toList());
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void an_example_keeps_to_its_schema_and_a_broken_one_does_not(EntryType type) throws IOException {
        String schema = EntrySchema.of(type).toString();
        String golden = minified(type);
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
        for (SubjectKind kind : SubjectKind.values()) {
            assertThat(Labels.in(Locale.FRENCH).of(kind)).isNotBlank();
            assertThat(Labels.in(Locale.ENGLISH).of(kind)).isNotBlank();
        }
    }

    private static List<?> faults(String schema, String json) {
        return SCHEMAS.getSchema(schema, InputFormat.JSON).validate(json, InputFormat.JSON);
    }

    private static String minified(EntryType type) throws IOException {
        return Json.parse(Files.readAllBytes(GOLDEN.resolve(type.name() + ".json")))
                .toString();
    }
}
