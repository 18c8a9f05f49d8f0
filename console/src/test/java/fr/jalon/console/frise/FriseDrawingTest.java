package fr.jalon.console.frise;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.console.client.TerritoryTimeline;
import fr.jalon.console.draw.Bar;
import fr.jalon.console.draw.Frise;
import fr.jalon.console.page.Visit;
import fr.jalon.events.time.DayRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FriseDrawingTest {
    private static final TerritoryTimeline TIMELINE = JsonMapper.shared().readValue("""
            {"territory": "lille", "position": 4, "subjects": [
              {"subject": "worksite", "key": "recyclerie/phc", "stretches": [
                {"value": {"worksite": {"id": "recyclerie", "name": "La Recyclerie"},
                           "programme": {"id": "phc", "name": "PHC"}},
                 "possible": "2021-01-01/2022-12-31", "certain": "2021-12-31/2022-01-01", "contested": true}]},
              {"subject": "coordination-carrier", "key": "", "stretches": [
                {"value": {"carrier": {"id": "adpei", "name": "ADPEI"}},
                 "possible": "../2023-12-30", "certain": null, "contested": false}]}],
             "outlook": [
              {"entryId": "e1", "type": "worksite-joined-programme", "status": "planned",
               "from": "2024-01-01", "to": "2024-06-30", "awaited": "../2023-09-30",
               "subject": "worksite", "key": "recyclerie/phc", "value": {}, "contested": false},
              {"entryId": "e2", "type": "contribution-acknowledged", "status": "possible",
               "from": null, "to": "2024-06-30", "awaited": "../..",
               "subject": null, "key": null, "value": {}, "contested": false}]}
            """, TerritoryTimeline.class);

    @Test
    void what_a_territory_has_one_of_stands_first_and_the_rest_by_kind() {
        Frise frise = frise(Looking.at("2023-06-01", null, Map.of()));

        assertThat(frise.families().stream().map(Frise.Family::name))
                .containsExactly("Coordination et territoire", "Chantier", "Perspectives");
        assertThat(frise.title()).isEqualTo("Frise : Lille");
        assertThat(frise.description()).startsWith("3 sujets");
    }

    @Test
    void a_lane_is_called_by_what_its_key_names_and_a_bar_by_the_rest() {
        Frise frise = frise(Looking.at("2023-06-01", null, Map.of()));
        Frise.Lane carrier = frise.families().getFirst().lanes().getFirst();
        Frise.Lane worksite = frise.families().get(1).lanes().getFirst();

        assertThat(carrier.name()).isEqualTo("Porteur de la coordination");
        assertThat(carrier.bars().getFirst().label()).isEqualTo("ADPEI");
        assertThat(worksite.name()).isEqualTo("La Recyclerie · PHC");
    }

    @Test
    void a_bar_leads_to_its_subject_on_the_first_day_on_which_it_is_so_for_certain() {
        Frise frise = frise(Looking.at("2023-06-01", "3", Map.of()));

        assertThat(frise.families().get(1).lanes().getFirst().bars().getFirst())
                .isEqualTo(new Bar.Held(
                        "La Recyclerie · PHC",
                        new DayRange(LocalDate.parse("2021-01-01"), LocalDate.parse("2023-01-01")),
                        new DayRange(LocalDate.parse("2021-12-31"), LocalDate.parse("2022-01-02")),
                        true,
                        "/console/territories/lille/subject?subject=worksite&key=recyclerie%2Fphc&asOf=2021-12-31"
                                + "&knownAt=3"));
    }

    @Test
    void what_is_announced_stands_with_its_subject_until_it_is_awaited_no_more() {
        List<Bar> before = frise(Looking.at("2023-06-01", null, Map.of()))
                .families()
                .get(1)
                .lanes()
                .getFirst()
                .bars();
        List<Bar> after = frise(Looking.at("2023-10-01", null, Map.of()))
                .families()
                .get(1)
                .lanes()
                .getFirst()
                .bars();

        assertThat(before)
                .hasSize(2)
                .last()
                .isEqualTo(new Bar.Announced(
                        "Chantier entré dans le programme",
                        new DayRange(LocalDate.parse("2024-01-01"), LocalDate.parse("2024-07-01")),
                        true,
                        false,
                        "/console/territories/lille/entries/e1?asOf=2023-06-01"));
        assertThat(after).hasSize(1);
    }

    private static Frise frise(Visit visit) {
        FriseDrawing drawing = new FriseDrawing(TIMELINE, visit, Looking.TODAY);
        ShownDays shown =
                ShownDays.of(visit.asked(), drawing.told(), visit.dates().asOf(), Looking.TODAY);
        return drawing.of(shown, "Lille", days -> "/console");
    }
}
