package fr.jalon.events.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.events.entry.Amount;
import fr.jalon.events.entry.Currency;
import fr.jalon.events.entry.Decimal;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.FundingEntry.FundingGranted;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was stored in an old revision reads as today's. */
class RevisionsTest {
    /** As if a grant had first had its funder under another name, and then its amount without a currency. */
    private static final Revisions THREE = new Revisions(List.of(
            new Revisions.Lift("funding-granted", 1, json -> {
                json.set("funder", json.remove("payer"));
                return json;
            }),
            new Revisions.Lift("funding-granted", 2, json -> {
                json.putObject("amount")
                        .put("value", json.remove("euros").asString())
                        .put("currency", "EUR");
                return json;
            })));

    @Test
    void an_entry_of_the_first_revision_goes_through_every_lift() {
        FundingGranted granted =
                (FundingGranted) THREE.read("funding-granted", "1", grant("\"payer\": \"mel\", \"euros\": 12"));

        assertThat(granted.funder()).hasToString("mel");
        assertThat(granted.amount()).isEqualTo(new Amount(Decimal.parse("12"), new Currency("EUR")));
    }

    @Test
    void an_entry_of_the_second_revision_goes_through_the_last_lift_only() {
        FundingGranted granted =
                (FundingGranted) THREE.read("funding-granted", "2", grant("\"funder\": \"mel\", \"euros\": 12"));

        assertThat(granted.funder()).hasToString("mel");
        assertThat(granted.amount()).isEqualTo(new Amount(Decimal.parse("12"), new Currency("EUR")));
    }

    @Test
    void an_entry_of_the_current_revision_is_read_as_it_stands() {
        FundingGranted granted = (FundingGranted)
                THREE.read("funding-granted", "3", grant("\"amount\": {\"value\": \"12\", \"currency\": \"CHF\"}"));

        assertThat(granted.amount()).isEqualTo(new Amount(Decimal.parse("12"), new Currency("CHF")));
    }

    @Test
    void the_current_revision_is_where_the_lifts_lead() {
        assertThat(THREE.current("funding-granted")).isEqualTo("3");
        assertThat(THREE.current("funding-renewed")).isEqualTo("1");
    }

    @Test
    void every_type_is_still_written_in_its_first_revision() {
        assertThat(EntryType.all())
                .allSatisfy(type ->
                        assertThat(Revisions.VOCABULARY.current(type.name())).isEqualTo(EntryType.REVISION));
    }

    @Test
    void a_newer_or_unknown_revision_is_refused_by_type_and_revision() {
        for (String revision : List.of("4", "0", "-1", "", "01", "x")) {
            assertThatThrownBy(() -> THREE.read("funding-granted", revision, grant("\"euros\": 12")))
                    .isInstanceOf(UnknownRevisionException.class)
                    .hasMessageContaining("funding-granted, revision " + revision);
        }
    }

    @Test
    void an_unknown_type_is_refused_by_name() {
        assertThatThrownBy(() -> EntryJson.readStored("funding-dreamt", "1", grant("\"purpose\": \"x\"")))
                .isInstanceOf(UnknownRevisionException.class)
                .hasMessageContaining("funding-dreamt");
    }

    @Test
    void an_entry_stored_under_the_name_of_another_type_is_refused() {
        assertThatThrownBy(() -> EntryJson.readStored("funding-renewed", "1", grant("\"purpose\": \"x\"")))
                .isInstanceOf(UnknownRevisionException.class);
    }

    @Test
    void what_is_stored_must_say_its_own_id() {
        assertThatThrownBy(() -> EntryJson.readStored("programme-launched", "1", """
                        {"territory": "lille", "type": "programme-launched", "effective": "2022", "programme": "phc"}"""))
                .isInstanceOf(MalformedEntry.class)
                .hasMessage("missing-field at /entryId");
    }

    @Test
    void lifts_that_leave_a_gap_are_refused() {
        List<Revisions.Lift> gap = List.of(new Revisions.Lift("funding-granted", 2, json -> json));
        assertThatThrownBy(() -> new Revisions(gap)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String grant(String attributes) {
        return """
                {"entryId": "00000000-0000-4000-8000-000000000001", "territory": "lille", "type": "funding-granted",
                 "effective": "2022", "funding": "mel-convergence", %s}""".formatted(attributes);
    }
}
