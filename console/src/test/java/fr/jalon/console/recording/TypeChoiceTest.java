package fr.jalon.console.recording;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.label.Labels;
import fr.jalon.events.language.Folded;
import fr.jalon.events.language.Language;
import fr.jalon.events.language.Sentences;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TypeChoiceTest {
    @ParameterizedTest
    @CsvSource({
        "FRENCH, retrait, worksite-withdrew-from-programme",
        "FRENCH, retrait, funding-withdrawn",
        "FRENCH, subvention, funding-granted",
        "FRENCH, COPIL, steering-committee-held",
        "FRENCH, réunion, steering-committee-held",
        "FRENCH, embauche, team-member-joined",
        "FRENCH, porteur, coordination-carrier-changed",
        "ENGLISH, withdrawal, worksite-withdrew-from-programme",
        "ENGLISH, grant, funding-granted"
    })
    void what_people_call_it_is_offered(Language language, String typed, String type) {
        assertThat(offered(typed, language)).contains(type);
    }

    @ParameterizedTest
    @EnumSource
    void every_change_of_the_world_is_offered_to_whoever_types_nothing(Language language) {
        assertThat(offered("", language))
                .containsExactlyInAnyOrderElementsOf(EntryType.all().stream()
                        .filter(type -> !type.isAboutTheRegister())
                        .map(EntryType::name)
                        .filter(name -> !name.equals("territory-opened"))
                        .toList());
    }

    @Test
    void what_is_called_like_nothing_offers_nothing() {
        assertThat(offered("xylophone", Language.FRENCH)).isEmpty();
    }

    @Test
    void all_words_count() {
        assertThat(offered("financement retiré", Language.FRENCH)).containsExactly("funding-withdrawn");
    }

    /** A label that is said anew must not leave a word behind that leads nowhere. */
    @ParameterizedTest
    @EnumSource
    void every_kindred_word_is_one_of_some_label(Language language) {
        Labels labels = Labels.in(language.locale());
        List<String> said = EntryType.all().stream()
                .flatMap(type -> Stream.of(labels.of(type), labels.family(type)))
                .flatMap(label -> Folded.words(label).stream())
                .toList();
        Sentences kin = Sentences.of(TypeChoice.class, "kin", language);
        assertThat(kin.keys())
                .allSatisfy(key -> assertThat(Folded.words(kin.words(key)))
                        .allSatisfy(word -> assertThat(said).anyMatch(each -> each.startsWith(word))));
    }

    private static List<String> offered(String typed, Language language) {
        return TypeChoice.having(typed, language).values().stream()
                .flatMap(List::stream)
                .map(TypeChoice::type)
                .toList();
    }
}
