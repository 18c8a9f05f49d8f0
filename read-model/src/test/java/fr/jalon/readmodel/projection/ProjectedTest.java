package fr.jalon.readmodel.projection;

import static fr.jalon.events.Entries.abandoned;
import static fr.jalon.events.Entries.contested;
import static fr.jalon.events.Entries.corrected;
import static fr.jalon.events.Entries.entry;
import static fr.jalon.events.Entries.planned;
import static fr.jalon.events.Entries.retracted;
import static fr.jalon.readmodel.projection.ProjectionScenario.given;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.json.EntryJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Which rows an entry ends and begins. */
class ProjectedTest {
    @Test
    void an_opening_begins_the_perimeter_and_names_the_territory() {
        given().reading(entry(1, "territory-opened", "2015", "name: Lille, kind: city, departments: 59"))
                .then("""
                + perimeter {name:Lille,kind:city,departments:[59]} [2015-01-01,) certain [2015-12-31,) by 1
                + name:territory/lille {name:Lille} [,) certain [,)
                """);
    }

    @Test
    void a_carrier_ends_the_one_before_whose_row_begins_anew_with_its_end() {
        given(carrier(1, "2019", "adpei"))
                .reading(carrier(2, "2023-05-01", "hpf"))
                .then("""
                - coordination-carrier {carrier:{id:adpei}} [2019-01-01,) certain [2019-12-31,) by 1
                + coordination-carrier {carrier:{id:adpei}} [2019-01-01,2023-05-01) certain [2019-12-31,2023-05-01) by 1
                + coordination-carrier {carrier:{id:hpf}} [2023-05-01,) certain [2023-05-01,) by 2
                """);
    }

    @Test
    void two_that_may_begin_on_the_same_days_are_possible_from_there_and_none_is_certain() {
        given(carrier(1, "2019", "adpei")).reading(carrier(2, "2019", "hpf")).then("""
                - coordination-carrier {carrier:{id:adpei}} [2019-01-01,) certain [2019-12-31,) by 1
                + coordination-carrier {carrier:{id:hpf}} [2019-01-01,) by 2
                + coordination-carrier {carrier:{id:adpei}} [2019-01-01,) by 1
                """);
    }

    @Test
    void a_value_that_stays_as_it_was_keeps_its_row() {
        given(carrier(1, "2019", "adpei"), carrier(2, "2021", "hpf"))
                .reading(carrier(3, "2023", "ansa"))
                .then("""
                - coordination-carrier {carrier:{id:hpf}} [2021-01-01,) certain [2021-12-31,) by 2
                + coordination-carrier {carrier:{id:hpf}} [2021-01-01,2023-12-31) certain [2021-12-31,2023-01-01) by 2
                + coordination-carrier {carrier:{id:ansa}} [2023-01-01,) certain [2023-12-31,) by 3
                """);
    }

    @Test
    void an_entry_leaves_the_rows_of_other_subjects_alone() {
        given(carrier(1, "2019", "adpei"), granted(2, "2019", "f1"))
                .reading(granted(3, "2020", "f2"))
                .then("+ funding:f2 {funding:{id:f2}} [2020-01-01,) certain [2020-12-31,) by 3");
    }

    @Test
    void another_name_changes_the_name_and_no_fact() {
        given(carrier(1, "2019", "adpei"), acknowledged(2, "adpei", "Adpei"))
                .reading(acknowledged(3, "adpei", "ADPEI"))
                .then("""
                - name:organisation/adpei {name:Adpei} [,) certain [,)
                + name:organisation/adpei {name:ADPEI} [,) certain [,)
                """);
    }

    @Test
    void a_correction_begins_the_rows_anew_and_is_a_remark() {
        given(carrier(1, "2019", "adpei"))
                .reading(corrected(2, 1, carrier(1, "2018-06-01", "adpei")))
                .then("""
                - coordination-carrier {carrier:{id:adpei}} [2019-01-01,) certain [2019-12-31,) by 1
                + coordination-carrier {carrier:{id:adpei}} [2018-06-01,) certain [2018-06-01,) by 1 2
                + 2 says that 1 is corrected
                """);
    }

    @Test
    void a_correction_that_says_the_same_is_what_the_fact_rests_on_too() {
        given(carrier(1, "2019", "adpei"))
                .reading(corrected(2, 1, carrier(1, "2019", "adpei")))
                .then("""
                - coordination-carrier {carrier:{id:adpei}} [2019-01-01,) certain [2019-12-31,) by 1
                + coordination-carrier {carrier:{id:adpei}} [2019-01-01,) certain [2019-12-31,) by 1 2
                + 2 says that 1 is corrected
                """);
    }

    @Test
    void a_retraction_ends_the_rows_of_what_it_takes_back() {
        given(carrier(1, "2019", "adpei")).reading(retracted(2, 1)).then("""
                - coordination-carrier {carrier:{id:adpei}} [2019-01-01,) certain [2019-12-31,) by 1
                + 2 says that 1 is retracted
                """);
    }

    @Test
    void a_retraction_of_a_retraction_begins_them_again_and_takes_the_remark_back() {
        given(carrier(1, "2019", "adpei"), retracted(2, 1))
                .reading(retracted(3, 2))
                .then("""
                + coordination-carrier {carrier:{id:adpei}} [2019-01-01,) certain [2019-12-31,) by 1
                - 2 says that 1 is retracted
                + 3 says that 2 is retracted
                """);
    }

    @Test
    void what_is_contested_says_so_in_a_row_of_its_own() {
        given(carrier(1, "2019", "adpei")).reading(contested(2, 1)).then("""
                - coordination-carrier {carrier:{id:adpei}} [2019-01-01,) certain [2019-12-31,) by 1
                + coordination-carrier {carrier:{id:adpei}} [2019-01-01,) certain [2019-12-31,) contested by 1
                + 2 says that 1 is contested
                """);
    }

    @Test
    void an_announcement_is_of_the_outlook_and_of_no_fact() {
        given().reading(planned(1, "funding-granted", "2025", "funding: f1"))
                .then("+ outlook {type:funding-granted,status:planned,funding:{id:f1}} [,) certain [,) by 1");
    }

    @Test
    void what_comes_true_ends_in_the_outlook_and_becomes_a_fact() {
        given(planned(1, "funding-granted", "2025", "funding: f1"))
                .reading(entry(2, "funding-granted", "2025-03-01", "funding: f1, fulfils: 1"))
                .then("""
                - outlook {type:funding-granted,status:planned,funding:{id:f1}} [,) certain [,) by 1
                + funding:f1 {funding:{id:f1}} [2025-03-01,) certain [2025-03-01,) by 2
                + outlook {type:funding-granted,status:planned,funding:{id:f1}} [,2025-03-01) certain [,2025-03-01) by 1
                + 2 says that 1 is fulfilled
                """);
    }

    @Test
    void what_is_abandoned_stands_in_the_outlook_until_then() {
        given(planned(1, "funding-granted", "2025", "funding: f1"))
                .reading(abandoned(2, 1, "2024-10-01"))
                .then("""
                - outlook {type:funding-granted,status:planned,funding:{id:f1}} [,) certain [,) by 1
                + outlook {type:funding-granted,status:planned,funding:{id:f1}} [,2024-10-01) certain [,2024-10-01) by 1
                + 2 says that 1 is abandoned
                """);
    }

    @Test
    void thanks_move_nothing() {
        given(carrier(1, "2019", "adpei"))
                .reading(entry(2, "contribution-acknowledged", "2022", "organisation: adpei"))
                .then("");
    }

    private static Entry carrier(int number, String effective, String carrier) {
        return entry(number, "coordination-carrier-changed", effective, "carrier: " + carrier);
    }

    private static Entry acknowledged(int number, String organisation, String name) {
        ObjectNode json = EntryJson.tree(entry(number, "contribution-acknowledged", "2022", "organisation: any"));
        json.putObject("organisation").put("id", organisation).put("name", name);
        return EntryJson.read(json.toString());
    }

    private static Entry granted(int number, String effective, String funding) {
        return entry(number, "funding-granted", effective, "funding: " + funding);
    }
}
