package fr.jalon.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import fr.jalon.answers.Difference.Axis;
import fr.jalon.answers.Difference.Change;
import fr.jalon.events.RandomRegisters;
import fr.jalon.events.Seed;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.meaning.CompanionKind;
import fr.jalon.events.meaning.SubjectKind;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TellingTest {
    private static final Pattern UNFILLED = Pattern.compile("[{}]|null|  |« »|“”|\\(\\)|\\bde le\\b|\\bque il");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2022-12-31 | 2023-12-31 | La coordination est passée d'ADPEI à HPF (entre le 1ᵉʳ janvier et le 31 décembre 2023). | The coordination passed from ADPEI to HPF (between 1 January and 31 December 2023).
            2022-12-31 | 2023-06-01 | Peut-être que la coordination est passée d'ADPEI à HPF. | Perhaps the coordination passed from ADPEI to HPF.
            2023-06-01 | 2023-12-31 | C'est désormais certain : la coordination est portée par HPF. | It is now certain: the coordination is carried by HPF.
            2018-01-01 | 2019-06-01 | Peut-être que la coordination est désormais portée par ADPEI. | Perhaps the coordination is now carried by ADPEI.
            2018-01-01 | 2020-06-01 | La coordination est désormais portée par ADPEI. | The coordination is now carried by ADPEI.
            2020-06-01 | 2018-01-01 | La coordination n'est plus portée par ADPEI. | The coordination is no longer carried by ADPEI.
            """)
    void the_world_moves(String from, String to, String french, String english) {
        Register register =
                Register.of(List.of(carrier(1, "adpei", "ADPEI", "2019"), carrier(2, "hpf", "HPF", "2023")));

        assertThat(told(Difference.between(state(register, from), state(register, to)), Axis.WORLD))
                .containsExactly(french, english);
    }

    @Test
    void a_certain_change_of_carrier_says_within_which_days() {
        Register register = Register.of(
                List.of(carrier(1, "adpei", "ADPEI", "2019"), carrier(2, "hpf", "HPF", "[2023-01-01..2023-02-22]")));

        assertThat(told(Difference.between(state(register, "2022-12-31"), state(register, "2023-12-31")), Axis.WORLD))
                .first()
                .isEqualTo("La coordination est passée d'ADPEI à HPF (entre le 1ᵉʳ janvier et le 22 février 2023).");
    }

    @Test
    void codes_are_told_by_their_names() {
        Register register = Register.of(List.of(DifferenceTest.entry(1, """
                        "type": "territory-opened", "effective": "2019", "name": "Marseille", "kind": "city",
                        "departments": ["13"]"""), DifferenceTest.entry(2, """
                        "type": "partnership-engaged", "effective": "2020", "topic": "housing",
                        "partner": {"id": "siao", "name": "SIAO"}""")));

        assertThat(told(Difference.between(state(register, "2018-01-01"), state(register, "2023-01-01")), Axis.WORLD))
                .containsExactly(
                        "Le périmètre comprend désormais : Bouches-du-Rhône (13).",
                        "The perimeter now covers: Bouches-du-Rhône (13).",
                        "Le partenariat avec « SIAO » sur le thème « logement » a été engagé.",
                        "The partnership with “SIAO” on the topic “housing” was engaged.");
    }

    @Test
    void that_one_of_two_is_sure_is_told_though_neither_is() {
        Register register =
                Register.of(List.of(carrier(1, "adpei", "ADPEI", "2019"), carrier(2, "hpf", "HPF", "2019")));

        assertThat(told(Difference.between(state(register, "2019-06-01"), state(register, "2020-01-01")), Axis.WORLD))
                .containsExactly(
                        "C'est désormais certainement l'un ou l'autre : la coordination est portée par ADPEI ;"
                                + " ou bien la coordination est portée par HPF.",
                        "It is now certainly one or the other: the coordination is carried by ADPEI;"
                                + " or the coordination is carried by HPF.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | 2 | 2023-06-01 | Nous avons appris que la coordination est peut-être portée par ADPEI ; ou bien la coordination est peut-être portée par HPF ; nous pensions que la coordination était portée par ADPEI.
            1 | 2 | 2024-06-01 | Nous avons appris que la coordination est portée par HPF ; nous pensions que la coordination était portée par ADPEI.
            0 | 1 | 2024-06-01 | Nous avons appris que la coordination est portée par ADPEI.
            2 | 1 | 2024-06-01 | Nous avons appris que la coordination est portée par ADPEI ; nous pensions que la coordination était portée par HPF.
            1 | 0 | 2024-06-01 | Nous ne tenons plus ceci pour vrai : la coordination est portée par ADPEI.
            1 | 0 | 2019-06-01 | Nous ne tenons plus ceci pour possible : la coordination est portée par ADPEI.
            1 | 2 | 2022-06-01 | Nous avons appris que la coordination est portée par ADPEI ; fin : entre le 1ᵉʳ janvier et le 31 décembre 2023 (avant : non connue).
            """)
    void we_learn_and_take_back(int from, int to, String asOf, String french) {
        List<Recorded> entries = List.of(carrier(1, "adpei", "ADPEI", "2019"), carrier(2, "hpf", "HPF", "2023"));
        RegisterState before = state(Register.of(entries.subList(0, from)), asOf);
        RegisterState after = state(Register.of(entries.subList(0, to)), asOf);

        assertThat(told(Difference.between(before, after), Axis.KNOWLEDGE).getFirst())
                .isEqualTo(french);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Emmaüs      | d'Emmaüs
            Île d'Oz    | d'Île d'Oz
            Aurore      | d'Aurore
            Le Relais   | de « Le Relais »
            Habitat     | de « Habitat »
            La Cloche   | de La Cloche
            SIAO        | de SIAO
            """)
    void a_name_is_elided_where_it_must_and_quoted_where_nothing_tells_how_it_is_said(String name, String said) {
        Register register = Register.of(List.of(carrier(1, "a", name, "2019"), carrier(2, "hpf", "HPF", "2023")));

        assertThat(told(Difference.between(state(register, "2022-12-31"), state(register, "2023-12-31")), Axis.WORLD))
                .first(STRING)
                .startsWith("La coordination est passée " + said + " à HPF (");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "value": "7", "unit": "worksite"      | L'indicateur « chantiers » du programme « phc » a été communiqué : 7 chantiers.
            "trend": "increased"                  | L'indicateur « chantiers » du programme « phc » a été communiqué : en hausse.
            "value": "7", "trend": "stable"       | L'indicateur « chantiers » du programme « phc » a été communiqué : 7, stable.
            """)
    void a_figure_is_told_by_its_value_its_trend_or_both(String said, String french) {
        Register register = Register.of(List.of(figure(said)));

        assertThat(told(Difference.between(state(register, "2022-12-31"), state(register, "2023-06-01")), Axis.WORLD))
                .first()
                .isEqualTo(french);
    }

    @Test
    void a_figure_known_by_its_trend_alone_has_no_value_in_words_either() {
        RegisterState before = state(Register.of(List.of()), "2023-06-01");
        RegisterState after = state(Register.of(List.of(figure("\"trend\": \"decreased\""))), "2023-06-01");

        assertThat(told(Difference.between(before, after), Axis.KNOWLEDGE))
                .containsExactly(
                        "Nous avons appris que l'indicateur « chantiers » du programme « phc » est en baisse.",
                        "We learned that the indicator “chantiers” of the programme “phc” is decreasing.");
    }

    @Test
    void a_perimeter_of_which_no_departement_is_known_is_told_as_such() {
        Recorded opening = new Recorded(1, Instant.parse("2023-02-22T09:00:00Z"), EntryJson.read("""
                {"entryId": "00000000-0000-0000-0000-000000000001", "territory": "lille", "type": "territory-opened",
                 "effective": "2023-01-26", "name": "Lille", "kind": "city"}"""));

        assertThat(told(
                        Difference.between(
                                state(Register.empty(), "2023-06-01"),
                                state(Register.of(List.of(opening)), "2023-06-01")),
                        Axis.KNOWLEDGE))
                .containsExactly(
                        "Nous avons appris que le registre du territoire est ouvert, sans périmètre précisé.",
                        "We learned that the register of the territory is open, without a specified perimeter.");
    }

    @Test
    void an_announcement_for_a_whole_period_that_is_put_off_is_told_by_its_beginning() {
        RegisterState before = state(Register.of(List.of(announced("2025/2026"))), "2023-06-01");
        RegisterState after = state(Register.of(List.of(announced("2026/2027"))), "2023-06-01");

        assertThat(told(Difference.between(before, after), Axis.KNOWLEDGE).getFirst())
                .isEqualTo("Nous avons appris que l'annonce « Lancement du programme » est attendue (programme : phc) ;"
                        + " début : entre le 1ᵉʳ janvier et le 31 décembre 2026"
                        + " (avant : entre le 1ᵉʳ janvier et le 31 décembre 2025).");
    }

    private static Recorded announced(String effective) {
        return DifferenceTest.entry(1, """
                "type": "programme-launched", "effective": "%s", "status": "planned",
                "programme": "phc\"""".formatted(effective));
    }

    private static Recorded figure(String said) {
        return new Recorded(1, Instant.parse("2023-02-22T09:00:00Z"), EntryJson.read("""
                {"entryId": "00000000-0000-0000-0000-000000000001", "territory": "lille", "type": "figure-reported",
                 "effective": "2023-01-26", "indicator": "chantiers", "programme": "phc", %s}""".formatted(said)));
    }

    @Test
    void whatever_moves_is_told_whole_in_both_languages() {
        long first = Seed.of(1, "TellingTest");
        for (long seed = first; seed < first + 200; seed++) {
            List<Recorded> entries = RandomRegisters.of(seed, "marseille", 25);
            RegisterState now = state(Register.of(entries), "2021-09-01");
            Difference world = Difference.between(state(Register.of(entries), "2021-01-01"), now);
            Difference knowledge = Difference.between(state(Register.of(entries.subList(0, 12)), "2021-09-01"), now);
            for (String sentence : Stream.concat(
                            told(world, Axis.WORLD).stream(), told(knowledge, Axis.KNOWLEDGE).stream())
                    .toList()) {
                assertThat(sentence)
                        .as("seed %d", seed)
                        .doesNotContainPattern(UNFILLED)
                        .endsWith(".");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void every_kind_of_subject_has_its_clauses(String language) {
        ResourceBundle sentences =
                ResourceBundle.getBundle("fr.jalon.answers.sentences", Locale.forLanguageTag(language));
        for (SubjectKind kind : SubjectKind.all()) {
            for (String move : List.of("holds", "began", "ended")) {
                assertThat(sentences.containsKey(move + "." + kind.code()))
                        .as(move + " " + kind)
                        .isEqualTo(kind != CompanionKind.NAME);
            }
        }
    }

    private static List<String> told(Difference difference, Axis axis) {
        return Stream.of(difference.began(), difference.ended(), difference.changed())
                .flatMap(List::stream)
                .map((Change change) -> Telling.of(change, axis))
                .flatMap(sentence -> Stream.of(sentence.fr(), sentence.en()))
                .toList();
    }

    private static RegisterState state(Register register, String asOf) {
        return RegisterState.of("marseille", register, new AsOf(LocalDate.parse(asOf)));
    }

    private static Recorded carrier(int position, String id, String name, String effective) {
        return DifferenceTest.entry(position, """
                "type": "coordination-carrier-changed", "effective": "%s", "carrier": {"id": "%s", "name": "%s"}""".formatted(effective, id, name));
    }
}
