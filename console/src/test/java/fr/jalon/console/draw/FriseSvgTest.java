package fr.jalon.console.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.events.language.Language;
import fr.jalon.events.time.DayRange;
import fr.jalon.events.time.Days;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class FriseSvgTest {
    private static final DayRange SHOWN = days("2019-01-01", "2025-01-01");

    @Test
    void certain_days_are_solid_on_a_hatched_ground_of_all_that_are_possible() throws Exception {
        Element bar = only(held("ADPEI", days("2019-01-01", "2023-12-31"), days("2019-12-31", "2023-01-01")), "held");

        Element ground = Drawn.elements(bar, "rect").getFirst();
        Element certain = Drawn.elements(bar, "rect").getLast();
        assertThat(ground.getAttribute("fill")).isEqualTo("url(#frise-hatch)");
        assertThat(ground.getAttribute("width")).isEqualTo("100%");
        assertThat(certain.getAttribute("class")).contains("certain");
        assertThat(certain.getAttribute("x")).isEqualTo("19.945%");
        assertThat(certain.getAttribute("width")).isEqualTo("60.110%");
        assertThat(Drawn.elements(bar, "svg").getLast().getAttribute("x"))
                .as("words stand where it is certain")
                .isEqualTo("19.945%");
        assertThat(Drawn.words(bar, "title"))
                .containsExactly("ADPEI : possible du 1ᵉʳ janvier 2019 au 30 décembre 2023 ;"
                        + " certain du 31 décembre 2019 au 31 décembre 2022");
    }

    @Test
    void what_is_never_certain_says_so_on_the_bar_itself() throws Exception {
        Element bar = only(held("MEL", days("2022-01-01", "2023-01-01"), null), "held");

        assertThat(Drawn.words(bar, "text")).containsExactly("MEL · possible");
        assertThat(Drawn.elements(bar, "rect")).hasSize(1);
    }

    @Test
    void what_is_announced_is_an_outline_that_says_how_sure_it_is() throws Exception {
        Element planned =
                only(new Bar.Announced("PHC", days("2024-01-01", "2024-07-01"), true, false, "/console"), "planned");
        Element hoped =
                only(new Bar.Announced("PHC", days("2024-01-01", "2024-07-01"), false, false, "/console"), "hoped");

        assertThat(Drawn.words(planned, "text")).containsExactly("prévu : PHC");
        assertThat(Drawn.words(hoped, "text")).containsExactly("envisagé : PHC");
        assertThat(Drawn.elements(planned, "rect").getFirst().hasAttribute("fill"))
                .isFalse();
    }

    @Test
    void what_is_contested_bears_a_flag_and_says_so() throws Exception {
        DayRange days = days("2022-01-01", "2023-01-01");
        Element bar = only(new Bar.Held("MEL", days, days, true, "/console"), "contested");

        assertThat(Drawn.elements(bar, "path")).hasSize(1);
        assertThat(Drawn.words(bar, "title").getFirst()).endsWith("(contesté)");
    }

    @Test
    void values_that_overlap_stand_in_rows_of_their_own_and_others_share_one() throws Exception {
        Drawn drawn = drawn(List.of(
                held("one", days("2019-01-01", "2022-01-01"), null),
                held("two", days("2021-01-01", "2023-01-01"), null),
                held("three", days("2022-01-01", "2024-01-01"), null)));

        List<String> tops = drawn.looking("held").stream()
                .map(bar -> Drawn.elements(bar, "svg").getFirst().getAttribute("y"))
                .toList();
        assertThat(tops.get(0)).isNotEqualTo(tops.get(1)).isEqualTo(tops.get(2));
    }

    @Test
    void ten_thousand_values_become_as_many_marks_as_can_be_told_apart_with_their_number() throws Exception {
        LocalDate first = LocalDate.parse("2019-01-01");
        List<Bar> bars = IntStream.range(0, 10_000)
                .mapToObj(i -> first.plusDays(i % 2_000))
                .<Bar>map(day -> held("v", new DayRange(day, day.plusDays(1)), null))
                .toList();

        Drawn drawn = drawn(bars);

        List<Element> bundles = drawn.looking("bundle");
        assertThat(drawn.all()).hasSizeLessThan(3_000);
        assertThat(bundles.stream()
                        .mapToInt(bundle ->
                                Integer.parseInt(Drawn.words(bundle, "text").getFirst()))
                        .sum())
                .isEqualTo(10_000);
        assertThat(bundles.getFirst().getAttribute("href")).isEqualTo("/console/zoomed?from=2019-01-01&to=2019-01-10");
    }

    @Test
    void more_values_at_once_than_there_are_rows_for_are_one_mark_with_their_number() throws Exception {
        DayRange days = days("2020-01-01", "2022-01-01");
        Drawn drawn = drawn(
                IntStream.range(0, 50).<Bar>mapToObj(i -> held("v", days, null)).toList());

        assertThat(drawn.looking("held")).hasSize(8);
        assertThat(Drawn.words(drawn.looking("bundle").getFirst(), "text")).containsExactly("42");
    }

    @Test
    void the_day_asked_about_and_today_have_their_lines_while_they_are_shown() throws Exception {
        Drawn drawn = drawn(List.of());

        assertThat(Drawn.words(drawn.looking("as-of").getFirst(), "text")).containsExactly("à la date : 1ᵉʳ juin 2023");
        assertThat(drawn.looking("today")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"/><a href=\"javascript:alert(1)\" onclick='alert(1)'>",
                "]]>&lt;&#60;&amp;",
                "tab\tline\nnull\u0000bell\u0007half\uD800",
                "\u202Eright to left"
            })
    void whatever_people_wrote_is_words_and_nothing_else(String hostile) throws Exception {
        Frise frise = new Frise(
                hostile,
                hostile,
                SHOWN,
                SHOWN.from(),
                SHOWN.from(),
                List.of(new Frise.Family(
                        hostile,
                        List.of(new Frise.Lane(
                                hostile,
                                "/console/territories/" + hostile,
                                List.of(new Bar.Held(hostile, SHOWN, null, true, "/console?q=" + hostile)))))),
                days -> "/console");

        Drawn drawn = new Drawn(FriseSvg.of(frise, Language.ENGLISH));

        String shown = hostile.replaceAll("[\u0000\u0007\uD800]", "\uFFFD");
        assertThat(drawn.looking("family-name").getFirst().getTextContent()).isEqualTo(shown);
        assertThat(drawn.all().stream().map(Element::getNodeName))
                .containsOnly("svg", "title", "desc", "defs", "pattern", "rect", "g", "line", "text", "a", "path");
        assertThat(drawn.attributes())
                .noneMatch(attribute -> attribute.getFirst().startsWith("on")
                        || attribute.getFirst().equals("style"));
        assertThat(drawn.links()).allMatch(link -> link.getAttribute("href").startsWith("/console"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "https://example.org/", "//example.org/", ""})
    void an_address_outside_the_console_is_refused(String address) {
        assertThatThrownBy(() -> drawn(List.of(new Bar.Held("v", SHOWN, null, false, address))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_part_of_its_lanes_keeps_the_families_that_they_are_of() {
        Frise.Lane lane = new Frise.Lane("lane", "/console", List.of());
        Frise frise = new Frise(
                "",
                "",
                SHOWN,
                SHOWN.from(),
                SHOWN.from(),
                List.of(
                        new Frise.Family("one", List.of(lane, lane)),
                        new Frise.Family("two", List.of(lane)),
                        new Frise.Family("three", List.of(lane, lane))),
                days -> "/console");

        Frise part = frise.part(1, 3);

        assertThat(part.families().stream().map(Frise.Family::name)).containsExactly("one", "two", "three");
        assertThat(part.lanes()).isEqualTo(3);
    }

    @Test
    void its_table_says_in_words_what_is_shown_and_nothing_that_is_not() {
        DrawnTable table = FriseTable.of(
                frise(List.of(
                        new Bar.Held(
                                "ADPEI",
                                new DayRange(LocalDate.parse("2019-01-01"), Days.NEVER),
                                null,
                                true,
                                "/console/a"),
                        held("before", days("2010-01-01", "2011-01-01"), null),
                        new Bar.Announced("PHC", days("2024-01-01", "2024-07-01"), true, false, "/console/b"))),
                Language.FRENCH);

        assertThat(table.rows().stream()
                        .map(row -> row.stream().map(DrawnTable.Field::text).toList()))
                .containsExactly(
                        List.of("Lille", "ADPEI", "à partir du 1ᵉʳ janvier 2019", "à aucun moment", "contesté"),
                        List.of("Lille", "PHC", "du 1ᵉʳ janvier au 30 juin 2024", "à aucun moment", "prévu"));
    }

    private static Element only(Bar bar, String look) throws Exception {
        return drawn(List.of(bar)).looking(look).getFirst();
    }

    private static Drawn drawn(List<Bar> bars) throws Exception {
        return new Drawn(FriseSvg.of(frise(bars), Language.FRENCH));
    }

    private static Frise frise(List<Bar> bars) {
        return new Frise(
                "Frise",
                "Lille",
                SHOWN,
                LocalDate.parse("2026-11-23"),
                LocalDate.parse("2023-06-01"),
                List.of(new Frise.Family("Financement", List.of(new Frise.Lane("Lille", "/console/lille", bars)))),
                days -> "/console/zoomed?from=" + days.from() + "&to=" + days.to());
    }

    private static Bar.Held held(String label, DayRange possible, @Nullable DayRange certain) {
        return new Bar.Held(label, possible, certain, false, "/console/territories/lille");
    }

    private static DayRange days(String from, String to) {
        return new DayRange(LocalDate.parse(from), LocalDate.parse(to));
    }
}
