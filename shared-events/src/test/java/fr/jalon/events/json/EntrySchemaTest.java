package fr.jalon.events.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.jalon.events.entry.EntryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JSON Schema says what the reader does, read by a validator that is not ours. */
class EntrySchemaTest {
    private static final Path CASE = Path.of("../standalone/src/main/resources/cases/convergence-2023.ndjson");
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> SCHEMAS = EntryType.all().stream()
            .collect(Collectors.toMap(
                    EntryType::name,
                    type -> REGISTRY.getSchema(EntrySchema.of(type).toString(), InputFormat.JSON)));

    @Test
    void every_entry_of_the_case_keeps_to_its_schema() throws Exception {
        assertThat(Files.readAllLines(CASE)).isNotEmpty().allMatch(EntrySchemaTest::isValid);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            funding-granted  | "effective": "2022", "funding": "f"                                         | true
            funding-granted  | "effective": "2022-41/P1Y6M", "funding": {"id": "f", "name": "F"}           | true
            funding-granted  | "effective": "2022", "funding": "f", "purpose": null                        | true
            funding-granted  | "funding": "f"                                                              | false
            funding-granted  | "effective": "2022"                                                         | false
            funding-granted  | "effective": "en 2022", "funding": "f"                                      | false
            funding-granted  | "effective": "2022-13", "funding": "f"                                      | false
            funding-granted  | "effective": "2022/P", "funding": "f"                                       | false
            funding-granted  | "effective": "2022", "funding": "F"                                         | false
            funding-granted  | "effective": "2022", "funding": {"name": "F"}                               | false
            funding-granted  | "effective": "2022", "funding": "f", "amount": {"value": 12, "currency": "EUR"}     | false
            funding-granted  | "effective": "2022", "funding": "f", "amount": {"value": "12.5", "currency": "EUR"} | true
            funding-granted  | "effective": "2022", "funding": "f", "status": "hoped"                      | false
            funding-granted  | "effective": "2022", "funding": "f", "montant": 12                          | false
            funding-granted  | "effective": "2022", "funding": "f", "purpose": " "                         | false
            funding-granted  | "effective": "2022", "funding": "f", "source": {"title": "COPIL", "asserted": "2022/2023"} | false
            recruitment-opened | "effective": "2022", "recruitment": "r", "positions": 2                   | true
            recruitment-opened | "effective": "2022", "recruitment": "r", "positions": 0                   | false
            territory-opened | "effective": "2022", "name": "Lille", "kind": "city", "departments": ["2A"] | true
            territory-opened | "effective": "2022", "name": "Lille", "kind": "city", "departments": ["99"] | false
            figure-reported  | "effective": "2022", "indicator": "i", "programme": "p", "value": "7"           | true
            figure-reported  | "effective": "2022", "indicator": "i", "programme": "p", "trend": "stable"      | true
            figure-reported  | "effective": "2022", "indicator": "i", "programme": "p", "value": "7", "trend": "increased" | true
            figure-reported  | "effective": "2022", "indicator": "i", "programme": "p"                         | false
            figure-reported  | "effective": "2022", "indicator": "i", "programme": "p", "value": null          | false
            steering-committee-held | "effective": "2022", "meeting": "m", "level": "local", "remote": true, "agenda": ["Bilan"] | true
            steering-committee-held | "effective": "2022", "meeting": "m", "level": "local", "remote": "true"  | false
            steering-committee-held | "effective": "2022", "meeting": "m", "level": "local", "agenda": [" "]   | false
            contribution-acknowledged | "effective": "2022", "person": "p"                                 | true
            contribution-acknowledged | "effective": "2022", "organisation": "o"                           | true
            contribution-acknowledged | "effective": "2022", "reason": "Travail accompli"                  | false
            entry-retracted  | "target": "00000000-0000-0000-0000-000000000009", "reason": "Deux fois"     | true
            entry-retracted  | "reason": "Deux fois"                                                       | false
            entry-corrected  | "target": "00000000-0000-0000-0000-000000000009", "kind": "wrong", "reason": "x", "entry": {"type": "programme-launched", "effective": "2022", "programme": "phc"} | true
            entry-corrected  | "target": "00000000-0000-0000-0000-000000000009", "kind": "wrong", "reason": "x", "entry": {"type": "programme-launched", "effective": "2022"} | false
            entry-corrected  | "target": "00000000-0000-0000-0000-000000000009", "kind": "wrong", "reason": "x", "entry": {"type": "entry-retracted", "target": "00000000-0000-0000-0000-000000000008", "reason": "x"} | false
            """)
    void the_schema_and_the_reader_agree(String type, String attributes, boolean isEntry) {
        String json = "{\"entryId\": \"00000000-0000-0000-0000-000000000001\", \"territory\": \"lille\", \"type\": \""
                + type + "\", " + attributes + "}";

        assertThat(isValid(json)).isEqualTo(isEntry);
        assertThat(isRead(json)).isEqualTo(isEntry);
    }

    private static boolean isValid(String json) {
        String type = Json.parse(json).get("type").stringValue();
        return Objects.requireNonNull(SCHEMAS.get(type))
                .validate(json, InputFormat.JSON)
                .isEmpty();
    }

    private static boolean isRead(String json) {
        try {
            return EntryJson.read(json) != null;
        } catch (MalformedEntry refused) {
            return false;
        }
    }
}
