package fr.jalon.events.label;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.entry.Amount;
import fr.jalon.events.entry.Code;
import fr.jalon.events.entry.Contract;
import fr.jalon.events.entry.Department;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.Header;
import fr.jalon.events.entry.Organisation;
import fr.jalon.events.entry.Reference;
import fr.jalon.events.entry.Source;
import fr.jalon.events.entry.Worksite;
import fr.jalon.events.json.Field;
import fr.jalon.events.json.Form;
import fr.jalon.events.json.Shape;
import fr.jalon.events.meaning.FactKind;
import fr.jalon.events.meaning.SubjectKind;
import fr.jalon.events.timeline.Certainty;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelsTest {
    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void every_word_of_the_vocabulary_has_a_label_and_no_label_is_left_over(String language) {
        ResourceBundle labels = bundle("labels", language);

        TreeSet<String> ofTheVocabulary = new TreeSet<>(labels.keySet());
        ofTheVocabulary.removeIf(key -> key.startsWith("topic.") || key.startsWith("unit."));
        assertThat(ofTheVocabulary).isEqualTo(words());
        assertThat(labels.keySet())
                .allSatisfy(key -> assertThat(labels.getString(key))
                        .isNotBlank()
                        .doesNotContain("'")
                        .isEqualTo(labels.getString(key).strip()));
    }

    @Test
    void a_common_unit_agrees_with_its_number_and_any_other_stands_as_it_is() {
        Labels french = Labels.in(Locale.FRENCH);
        Labels english = Labels.in(Locale.ENGLISH);

        assertThat(french.value("unit", "worksite")).isEqualTo("chantiers");
        assertThat(french.unit(new BigDecimal("1.5"), "worksite")).isEqualTo("chantier");
        assertThat(english.unit(new BigDecimal("1.5"), "person")).isEqualTo("people");
        assertThat(english.unit(new BigDecimal("1.00"), "person")).isEqualTo("person");
        assertThat(french.unit(BigDecimal.ONE, "etp")).isEqualTo("etp");
        assertThat(bundle("labels", "fr").keySet())
                .isEqualTo(bundle("labels", "en").keySet());
    }

    @Test
    void a_common_topic_has_a_label_in_both_languages_and_any_other_has_none() {
        Labels french = Labels.in(Locale.FRENCH);

        assertThat(french.topics())
                .contains("housing", "harm-reduction")
                .isEqualTo(Labels.in(Locale.ENGLISH).topics());
        assertThat(french.topic("housing")).isEqualTo("Logement");
        assertThat(french.topic("logement")).isNull();
    }

    @Test
    void a_word_is_said_in_the_language_asked_for_and_in_english_otherwise() {
        EntryType granted = EntryType.named("funding-granted").orElseThrow();

        assertThat(Labels.in(Locale.FRANCE).of(granted)).isEqualTo("Financement accordé");
        assertThat(Labels.in(Locale.GERMANY).of(granted)).isEqualTo("Funding granted");
        assertThat(Labels.in(Locale.FRENCH).family(granted)).isEqualTo("Financement");
        assertThat(Labels.in(Locale.FRENCH).attribute("budgetLine")).isEqualTo("Ligne budgétaire");
        assertThat(Labels.in(Locale.FRENCH).of(Contract.FIXED_TERM)).isEqualTo("CDD");
        assertThat(Labels.in(Locale.FRENCH).of(Certainty.POSSIBLE)).isEqualTo("Possible");
        assertThat(Labels.in(Locale.FRENCH).of(FactKind.COORDINATION_CARRIER)).isEqualTo("Porteur de la coordination");
    }

    @Test
    void what_an_attribute_says_is_a_word_where_its_list_is_closed_and_its_text_otherwise() {
        Labels french = Labels.in(Locale.FRENCH);

        assertThat(french.value("kind", "city")).as("of a territory").isEqualTo("Ville");
        assertThat(french.value("kind", "need")).as("of a watchpoint").isEqualTo("Besoin");
        assertThat(french.value("level", "national")).isEqualTo("National");
        assertThat(french.value("remote", "true")).isEqualTo("Oui");
        assertThat(french.value("topic", "city")).isEqualTo("city");
        assertThat(french.value("topic", "housing")).isEqualTo("Logement");
        assertThat(french.value("departments", "13")).isEqualTo("Bouches-du-Rhône (13)");
        assertThat(french.value("department", "985")).isEqualTo("Mayotte (985)");
        assertThat(french.value("purpose", "13")).isEqualTo("13");
        assertThat(french.value("kind", "unheard-of")).isEqualTo("unheard-of");
    }

    @Test
    void every_departement_has_a_name_and_topics_have_one_in_either_language() {
        Labels labels = Labels.in(Locale.ENGLISH);
        Stream.concat(IntStream.rangeClosed(1, 989).mapToObj("%02d"::formatted), Stream.of("2A", "2B"))
                .filter(Department::isDepartment)
                .forEach(code -> assertThat(labels.value("department", code)).endsWith(" (" + code + ")"));
        assertThat(bundle("topics", "fr").keySet())
                .isEqualTo(bundle("topics", "en").keySet());
    }

    private static ResourceBundle bundle(String name, String language) {
        return ResourceBundle.getBundle("fr.jalon.events.label." + name, Locale.forLanguageTag(language));
    }

    @Test
    void lists_that_share_an_attribute_share_no_code() {
        Map<String, Map<String, Code>> listed = new HashMap<>();
        for (EntryType type : EntryType.all()) {
            for (Field field : Shape.of(type.form()).fields()) {
                if (field.form() instanceof Form.Choice(Map<String, Code> values)) {
                    values.forEach(
                            (code, value) -> assertThat(listed.computeIfAbsent(field.name(), none -> new HashMap<>())
                                            .put(code, value))
                                    .as(field.name() + " " + code)
                                    .isIn(null, value));
                }
            }
        }
        assertThat(listed).containsKeys("kind", "phase", "contract", "direction", "stance", "level");
    }

    private static Set<String> words() {
        Set<String> words = new TreeSet<>();
        SubjectKind.all().forEach(kind -> words.add("subject." + kind.code()));
        Arrays.stream(Certainty.values()).forEach(value -> words.add(value(value)));
        words.add("attribute.type");
        words.addAll(Set.of("flag.true", "flag.false"));
        for (Class<?> form :
                Set.of(Header.class, Source.class, Reference.class, Organisation.class, Worksite.class, Amount.class)) {
            Shape.of(form).fields().forEach(field -> add(words, field));
        }
        for (EntryType type : EntryType.all()) {
            words.add("type." + type.name());
            words.add("family." + type.family());
            Shape.of(type.form()).fields().forEach(field -> add(words, field));
        }
        return words;
    }

    private static void add(Set<String> words, Field field) {
        words.add("attribute." + field.name());
        Stream.of(field.form())
                .filter(Form.Choice.class::isInstance)
                .flatMap(form -> ((Form.Choice) form).values().values().stream())
                .forEach(value -> words.add(value(value)));
    }

    private static String value(Code value) {
        return "value." + ((Enum<?>) value).getDeclaringClass().getSimpleName() + "." + value.code();
    }
}
