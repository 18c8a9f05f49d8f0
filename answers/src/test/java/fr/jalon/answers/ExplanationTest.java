package fr.jalon.answers;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.RandomRegisters;
import fr.jalon.events.Seed;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Examples;
import fr.jalon.events.meaning.FactKind;
import fr.jalon.events.meaning.Meaning;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationTest {
    private static final Pattern UNFILLED = Pattern.compile("[{}]|null|  |« »|“”|\\(\\)");
    private static final Subject CARRIER = FactKind.COORDINATION_CARRIER.only();

    @Test
    void who_carried_the_coordination_is_settled_by_the_day_on_which_it_was_taken_over() {
        Explanation why = why("2023-06-01", CARRIER, carrier(1, "adpei", "2019"), carrier(2, "hpf", "2023"));

        assertThat(why.entries()).containsExactly(id(1), id(2));
        assertThat(why.doubts()).singleElement().satisfies(doubt -> {
            assertThat(Telling.of(doubt).fr())
                    .isEqualTo("Reste à établir le jour où HPF a pris la coordination,"
                            + " entre le 1ᵉʳ janvier 2023 et le 31 décembre 2023.");
            assertThat(Telling.of(doubt).en())
                    .isEqualTo("Still to be settled: the day on which HPF took over the coordination,"
                            + " between 1 January 2023 and 31 December 2023.");
            assertThat(doubt.cases())
                    .extracting(one -> Telling.of(one).fr())
                    .containsExactly(
                            "Entre le 1ᵉʳ janvier 2023 et le 1ᵉʳ juin 2023 : la coordination est portée par HPF.",
                            "Entre le 2 juin 2023 et le 31 décembre 2023 : la coordination est portée par ADPEI.");
        });
    }

    @Test
    void a_tale_of_a_thousand_days_that_nobody_knows_is_explained_by_those_that_matter() {
        LocalDate first = LocalDate.of(1990, 1, 1);
        Recorded[] tale = IntStream.range(0, 1000)
                .mapToObj(i -> {
                    LocalDate day = first.plusDays(4L * (i / 2));
                    return carrier(i + 1, "c" + i % 7, "[" + day + ".." + day.plusDays(3) + "]");
                })
                .toArray(Recorded[]::new);

        Explanation why = why(first.plusDays(1001).toString(), CARRIER, tale);

        assertThat(why.entries()).containsExactly(id(499), id(500), id(501), id(502));
        assertThat(why.doubts()).hasSize(4);
    }

    @Test
    void what_came_before_is_no_reason_once_another_took_over() {
        Explanation why = why("2024-01-01", CARRIER, carrier(1, "adpei", "2019"), carrier(2, "hpf", "2023"));

        assertThat(why.entries()).containsExactly(id(2));
        assertThat(why.doubts()).isEmpty();
    }

    @Test
    void the_end_of_a_period_is_settled_by_its_last_day() {
        Explanation why = why("2023-06-01", FactKind.FUNDING.of("mel"), entry(1, """
                "type": "funding-granted", "effective": "2023-03-15/2023", "funding": "mel", "funder": "mel\""""));

        assertThat(why.doubts()).singleElement().satisfies(doubt -> {
            assertThat(doubt.isEnd()).isTrue();
            assertThat(Telling.of(doubt).fr())
                    .startsWith("Reste à établir le dernier jour où le financement « mel »")
                    .endsWith(", entre le 15 mars 2023 et le 31 décembre 2023.");
            assertThat(doubt.cases())
                    .extracting(one -> Telling.of(one).fr())
                    .first()
                    .isEqualTo("Entre le 15 mars 2023 et le 31 mai 2023 : rien.");
        });
    }

    @Test
    void an_answer_that_rests_on_a_corrected_entry_rests_on_the_correction() {
        Explanation why = why("2024-01-01", CARRIER, carrier(1, "adpei", "2019"), entry(2, """
                "type": "entry-corrected", "target": "%s", "kind": "wrong", \
                "reason": "Faute de frappe", "entry": %s""".formatted(
                        id(1), EntryJson.write(carrier(1, "hpf", "2019").entry()))));

        assertThat(why.entries()).containsExactly(id(1), id(2));
    }

    @Test
    void whatever_is_open_is_told_whole_in_both_languages() {
        long first = Seed.of(1, "ExplanationTest");
        for (long seed = first; seed < first + 100; seed++) {
            Register register = Register.of(RandomRegisters.of(seed, "marseille", 25));
            for (Subject subject : register.subjects()) {
                if (subject.kind() instanceof FactKind) {
                    Explanation why = Explanation.of(
                            "marseille", register, new AsOf(LocalDate.of(2021, 6, 1)), subject, Sight.OF_ALL);
                    assertThat(why.doubts().stream()
                                    .flatMap(doubt -> Stream.concat(
                                            Stream.of(Telling.of(doubt)),
                                            doubt.cases().stream().map(Telling::of)))
                                    .flatMap(sentence -> Stream.of(sentence.fr(), sentence.en())))
                            .as("seed %d, %s", seed, subject)
                            .allSatisfy(sentence -> assertThat(sentence)
                                    .doesNotContainPattern(UNFILLED)
                                    .endsWith("."));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void every_type_that_moves_something_has_its_deed(String language) {
        ResourceBundle sentences =
                ResourceBundle.getBundle("fr.jalon.answers.sentences", Locale.forLanguageTag(language));
        for (EntryType type : EntryType.all()) {
            boolean moves = Examples.of(type) instanceof WorldEntry entry && Meaning.of(entry) != null;
            assertThat(sentences.containsKey("deed." + type.name()))
                    .as(type.name())
                    .isEqualTo(moves);
        }
    }

    private static Explanation why(String asOf, Subject subject, Recorded... entries) {
        return Explanation.of(
                "marseille", Register.of(List.of(entries)), new AsOf(LocalDate.parse(asOf)), subject, Sight.OF_ALL);
    }

    private static Recorded carrier(int position, String carrier, String effective) {
        return entry(position, """
                "type": "coordination-carrier-changed", "effective": "%s", \
                "carrier": {"id": "%s", \
                "name": "%s"}""".formatted(effective, carrier, carrier.toUpperCase(Locale.ROOT)));
    }

    private static Recorded entry(int position, String entry) {
        return new Recorded(
                position, Instant.EPOCH.plusSeconds(position), EntryJson.read("""
                {"entryId": "%s", "territory": "marseille", %s}""".formatted(id(position), entry)));
    }

    private static UUID id(int position) {
        return new UUID(0, position);
    }
}
