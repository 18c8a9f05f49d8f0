package fr.jalon.console.draw;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.console.draw.TerritoryMap.Look;
import fr.jalon.console.draw.TerritoryMap.Place;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerritoryMapTest {
    @Test
    void each_territory_is_a_link_at_the_seat_of_its_first_departement() {
        assertThat(map(place("Lille", "59", "62"), place("Marseille", "13")).svg())
                .contains("href=\"/console/territories/Lille\"", ">Lille</text>", ">Marseille</text>")
                .contains("cx=\"289\"");
    }

    @Test
    void a_territory_without_departements_is_in_the_town_that_it_is_called_after() {
        assertThat(map(place("Lyon", "lyon")).svg()).contains("cx=\"351\"");
    }

    @Test
    void what_is_only_possible_has_another_look_than_what_is_certain() {
        Place perhaps = new Place("Lyon", List.of("69"), Look.POSSIBLE, "peut-être", "/console");

        assertThat(map(perhaps, place("Lille", "59")).svg()).contains("place possible", "place certain");
    }

    @Test
    void a_territory_overseas_is_named_beside_the_map() {
        TerritoryMap map = map(place("La Réunion", "974"), place("Lille", "59"));

        assertThat(map.svg()).doesNotContain("Réunion");
        assertThat(map.elsewhere()).extracting(Place::name).containsExactly("La Réunion");
    }

    @Test
    void without_any_place_there_is_no_map() {
        assertThat(map(place("France")).isOfSomething()).isFalse();
    }

    @Test
    void two_territories_of_one_town_do_not_hide_each_other() {
        assertThat(map(place("Lille", "59"), place("Roubaix", "59")).svg()).contains("cy=\"34\"", "cy=\"56\"");
    }

    @Test
    void what_people_wrote_is_inert() {
        assertThat(map(place("<script>", "59")).svg())
                .doesNotContain("<script>")
                .contains("&lt;script&gt;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2A", "2B"})
    void corsica_is_on_the_map(String department) {
        assertThat(FranceOutline.seat(department)).isPresent();
    }

    @Test
    void every_departement_of_europe_has_a_seat_within_the_drawing() {
        IntStream.rangeClosed(1, 95)
                .filter(number -> number != 20)
                .forEach(number -> assertThat(FranceOutline.seat("%02d".formatted(number)))
                        .as("%02d", number)
                        .hasValueSatisfying(seat -> {
                            assertThat(seat.x()).isBetween(0.0, (double) FranceOutline.WIDTH);
                            assertThat(seat.y()).isBetween(0.0, (double) FranceOutline.HEIGHT);
                        }));
    }

    private static TerritoryMap map(Place... places) {
        return new TerritoryMap("Où", List.of(places));
    }

    private static Place place(String name, String... departments) {
        return new Place(name, List.of(departments), Look.CERTAIN, "HPF", address(name));
    }

    private static String address(String name) {
        return "/console/territories/" + name.replaceAll("\\W", "");
    }
}
