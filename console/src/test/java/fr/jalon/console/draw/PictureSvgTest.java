package fr.jalon.console.draw;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.console.draw.Picture.Area;
import fr.jalon.console.draw.Picture.Band;
import fr.jalon.events.language.Language;
import fr.jalon.events.time.DayRange;
import fr.jalon.events.time.Days;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class PictureSvgTest {
    private static final DayRange SHOWN = days("2018-01-01", "2026-01-01");

    /** What a later entry makes of an earlier one: it cuts it, and of 2023 nobody knows who. */
    private static final Picture MARSEILLE = picture(
            2,
            List.of(
                    area("ADPEI", new DayRange(LocalDate.parse("2019-01-01"), Days.NEVER), "2019-12-31", null, 0, 1, 0),
                    area("ADPEI", days("2019-01-01", "2023-12-31"), "2019-12-31", "2023-01-01", 1, 2, 0),
                    area("HPF", new DayRange(LocalDate.parse("2023-01-01"), Days.NEVER), "2023-12-31", null, 1, 2, 1)));

    @Test
    void what_was_recorded_last_is_on_top_and_values_lean_their_own_ways() throws Exception {
        Drawn drawn = drawn(MARSEILLE);

        List<Element> areas = drawn.looking("area");
        assertThat(areas.stream().map(area -> Integer.parseInt(area.getAttribute("y"))))
                .containsExactly(94, 34, 34);
        assertThat(areas.stream()
                        .map(area -> Drawn.elements(area, "rect").getFirst().getAttribute("fill")))
                .containsExactly("url(#picture-hatch-0)", "url(#picture-hatch-0)", "url(#picture-hatch-1)");
        assertThat(drawn.looking("known-at")).hasSize(1);
    }

    @Test
    void words_of_values_that_meet_stand_below_each_other() throws Exception {
        List<String> lines = drawn(MARSEILLE).looking("words").stream()
                .map(area -> Drawn.elements(area, "svg").getFirst().getAttribute("y"))
                .toList();

        assertThat(lines).containsExactly("0", "0", "16");
    }

    @Test
    void the_cell_of_the_day_asked_about_is_the_chosen_one_and_says_what_is_so() throws Exception {
        Element chosen = drawn(MARSEILLE).looking("chosen").getFirst();

        assertThat(chosen.getAttribute("href")).isEqualTo("/console/cell?asOf=2023-06-01&knownAt=2");
        assertThat(Drawn.words(chosen, "title"))
                .containsExactly("Au 1ᵉʳ juin 2023, connu depuis le n° 2 : ADPEI (possible), HPF (possible)");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void every_point_lies_in_one_cell_which_answers_for_it(long seed) throws Exception {
        Random random = new Random(seed);
        Picture picture = picture(4, random(random));
        Drawn drawn = drawn(picture);
        for (int i = 0; i < 50; i++) {
            int band = random.nextInt(4);
            LocalDate day = LocalDate.parse("2018-01-01").plusDays(random.nextInt(2900));
            String expected = picture.areas().stream()
                    .filter(area -> area.isTold(band) && area.possible().contains(day))
                    .map(area -> area.label() + (isCertain(area, day) ? " (certain)" : " (possible)"))
                    .collect(Collectors.joining(", "));
            double share = new DayScale(SHOWN).share(day) + 0.01;

            List<Element> cells =
                    drawn.looking("band").get(band).getElementsByTagName("a").getLength() == 0
                            ? List.of()
                            : Drawn.elements(drawn.looking("band").get(band), "a").stream()
                                    .filter(cell -> has(cell, share))
                                    .toList();

            assertThat(cells).as("seed %d, %s in band %d", seed, day, band).hasSize(1);
            assertThat(Drawn.words(cells.getFirst(), "title").getFirst())
                    .endsWith(" : " + (expected.isEmpty() ? "rien" : expected));
        }
    }

    @Test
    void of_more_bands_than_can_be_looked_at_the_latest_are_left_with_what_they_tell() {
        Picture latest = MARSEILLE.latest(1);

        assertThat(latest.bands().stream().map(Band::position)).containsExactly(2L);
        assertThat(latest.areas().stream().map(Area::label)).containsExactly("ADPEI", "HPF");
        assertThat(latest.areas()).allMatch(area -> area.from() == 0 && area.to() == 1);
        assertThat(latest.known()).isZero();
    }

    @Test
    void its_table_says_from_when_to_when_each_value_was_known() {
        DrawnTable table = PictureTable.of(MARSEILLE, Language.ENGLISH);

        assertThat(table.rows().getFirst().stream().map(DrawnTable.Field::text))
                .containsExactly("ADPEI", "from 1 January 2019", "from 31 December 2019", "n° 1", "n° 2", "");
        assertThat(table.rows().getLast().get(4).text()).isEqualTo("still today");
    }

    private static boolean has(Element cell, double share) {
        Element rect = Drawn.elements(cell, "rect").getFirst();
        double from = percent(rect.getAttribute("x"));
        return from <= share && share < from + percent(rect.getAttribute("width"));
    }

    private static double percent(String text) {
        return Double.parseDouble(text.substring(0, text.length() - 1));
    }

    private static List<Area> random(Random random) {
        List<Area> areas = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            LocalDate from = LocalDate.parse("2017-01-01").plusDays(random.nextInt(2500));
            LocalDate to = from.plusDays(2 + random.nextInt(800));
            int band = random.nextInt(4);
            DayRange certain = random.nextBoolean() ? new DayRange(from.plusDays(1), to) : null;
            areas.add(new Area(
                    "v" + i, new DayRange(from, to), certain, false, band, band + 1 + random.nextInt(4 - band), i));
        }
        return areas;
    }

    private static boolean isCertain(Area area, LocalDate day) {
        DayRange certain = area.certain();
        return certain != null && certain.contains(day);
    }

    private static Area area(
            String label, DayRange possible, String certain, @Nullable String until, int from, int to, int look) {
        LocalDate end = until == null ? Days.NEVER : LocalDate.parse(until);
        return new Area(label, possible, new DayRange(LocalDate.parse(certain), end), false, from, to, look);
    }

    private static Picture picture(int bands, List<Area> areas) {
        return new Picture(
                "Porteur de la coordination",
                "Marseille",
                SHOWN,
                LocalDate.parse("2026-11-23"),
                LocalDate.parse("2023-06-01"),
                bands - 1,
                IntStream.rangeClosed(1, bands)
                        .mapToObj(number -> new Band(number, "n° " + number))
                        .toList(),
                areas,
                (asOf, position) -> "/console/cell?asOf=" + asOf + "&knownAt=" + position);
    }

    private static Drawn drawn(Picture picture) throws Exception {
        return new Drawn(PictureSvg.of(picture, Language.FRENCH));
    }

    private static DayRange days(String from, String to) {
        return new DayRange(LocalDate.parse(from), LocalDate.parse(to));
    }
}
