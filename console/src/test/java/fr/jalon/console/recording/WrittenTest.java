package fr.jalon.console.recording;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Examples;
import fr.jalon.events.language.Language;
import fr.jalon.tables.column.Column;
import fr.jalon.tables.column.KnownThings.NamedThing;
import fr.jalon.tables.typed.ThingsAsked;
import fr.jalon.tables.typed.TypedEntry;
import fr.jalon.tables.typed.TypedThings;
import fr.jalon.tables.typed.Typist;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A form that is filled with an entry and sent as it is must be that entry: a correction changes what is changed. */
class WrittenTest {
    private static final ThingsAsked NONE = new ThingsAsked() {
        @Override
        public Collection<NamedThing> ofTheTerritory() {
            return List.of();
        }

        @Override
        public Collection<NamedThing> organisations(String name) {
            return List.of();
        }
    };

    static Stream<Arguments> everyTypeInBothLanguages() {
        return EntryType.all().stream()
                .filter(type -> !type.isAboutTheRegister())
                .flatMap(type -> Stream.of(Language.values()).map(language -> Arguments.of(type.name(), language)));
    }

    @ParameterizedTest
    @MethodSource("everyTypeInBothLanguages")
    void a_form_filled_with_an_entry_makes_the_same_entry(String name, Language language) {
        EntryType type = EntryType.named(name).orElseThrow();
        JsonNode entry = Examples.json(type);
        Typist typist = new Typist(language, LocalDate.of(2026, 11, 29), told -> {});
        ObjectNode made = (ObjectNode) entry.deepCopy();
        EntryField.columns(type).forEach(column -> made.remove(column.path().getFirst()));
        TypedEntry typed = new TypedEntry(type, made, new TypedThings(NONE, typist), typist);
        for (Column column : EntryField.columns(type)) {
            JsonNode value = entry;
            for (String field : column.path()) {
                value = value.isString() && field.equals("id") ? value : value.path(field);
            }
            String text = Written.of(value, column, Map.of(), language);
            typed.set(column, text);
        }
        Entry same = EntryJson.read(made.toString());
        assertThat(same).isEqualTo(EntryJson.read(entry.toString()));
    }
}
