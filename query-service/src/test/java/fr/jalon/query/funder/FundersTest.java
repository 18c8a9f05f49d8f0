package fr.jalon.query.funder;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.json.Json;
import fr.jalon.query.QueryServer;
import fr.jalon.query.QueryServer.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FundersTest {
    private static final QueryServer SERVER = QueryServer.shared();
    private static int number;

    @BeforeAll
    static void record() {
        record("2024-01-01T00:00:00Z", "bordeaux", """
                "type": "funding-granted", "effective": "2023-01-01/2023-12-31", "funding": "a",
                "funder": {"id": "ars", "name": "ARS"}, "amount": {"value": "1000.5", "currency": "EUR"}""");
        record("2024-01-02T00:00:00Z", "bordeaux", """
                "type": "funding-granted", "effective": "2022", "funding": "b", "funder": "ars",
                "amount": {"value": "2000", "currency": "EUR"}""");
        record("2024-01-03T00:00:00Z", "bordeaux", """
                "type": "funding-amount-changed", "effective": "2023-33", "funding": "b", "direction": "increased",
                "amount": {"value": "2500", "currency": "EUR"}""");
        record("2024-01-04T00:00:00Z", "toulouse", """
                "type": "funding-granted", "effective": "2023-01-01", "funding": "a", "funder": "ars"
                """);
        record("2024-01-05T00:00:00Z", "toulouse", """
                "type": "funding-granted", "effective": "2023-01-01", "funding": "c",
                "funder": {"id": "ars", "name": "Agence régionale de santé"},
                "amount": {"value": "10", "currency": "CHF"}""");
        record("2024-01-06T00:00:00Z", "toulouse", """
                "type": "funding-granted", "effective": "2023-01-01", "funding": "d", "funder": "another"
                """);
        record("2024-01-07T00:00:00Z", "toulouse", """
                "type": "funding-granted", "effective": "2030", "status": "planned", "funding": "e",
                "funder": "hoped-for"
                """);
        record("2024-01-08T00:00:00Z", "pau", """
                "type": "funding-granted", "effective": "2022", "funding": "f", "funder": "departement",
                "amount": {"value": "100", "currency": "EUR"}""");
        record("2024-01-09T00:00:00Z", "pau", """
                "type": "funding-granted", "effective": "2022", "funding": "f", "funder": "region",
                "amount": {"value": "200", "currency": "EUR"}""");
    }

    @Test
    void a_portfolio_spans_territories_and_adds_up_what_is_known() {
        Answer answer = SERVER.get("/funders/ars", "asOf", "2023-02-01");

        assertThat(answer.at("/organisation/name")).isEqualTo("Agence régionale de santé");
        assertThat(answer.json()
                        .get("fundings")
                        .valueStream()
                        .map(funding -> funding.get("territory").stringValue()
                                + " " + funding.get("key").stringValue() + " "
                                + funding.get("certainty").stringValue() + " "
                                + funding.at("/value/amount/value").asString("-")))
                .containsExactly(
                        "bordeaux a certain 1000.5",
                        "bordeaux b possible 2000",
                        "bordeaux b possible 2500",
                        "toulouse a certain -",
                        "toulouse c certain 10");
        assertThat(answer.json().get("totals")).isEqualTo(Json.parse("""
                {"amounts": [{"currency": "CHF", "atLeast": "10", "atMost": "10"},
                             {"currency": "EUR", "atLeast": "3000.5", "atMost": "3500.5"}],
                 "withoutAmount": 1}"""));
    }

    @Test
    void it_is_as_it_was_known() {
        Answer answer = SERVER.get("/funders/ars", "asOf", "2023-02-01", "knownAt", "2024-01-01");

        assertThat(answer.json().get("fundings")).hasSize(1);
        assertThat(answer.at("/organisation/name")).isEqualTo("ARS");
        assertThat(answer.at("/knownAt")).isEqualTo("2024-01-01T22:59:59.999999Z");
        assertThat(SERVER.get("/funders/ars", "knownAt", "2023-01-01").json().get("fundings"))
                .isEmpty();
    }

    @Test
    void one_only_hoped_for_is_known_and_gives_nothing() {
        Answer answer = SERVER.get("/funders/hoped-for", "asOf", "2031-01-01");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("fundings")).isEmpty();
        assertThat(answer.json().at("/organisation/name").isNull()).isTrue();
    }

    @Test
    void what_another_may_give_instead_is_told_and_is_in_no_sum() {
        Answer answer = SERVER.get("/funders/departement", "asOf", "2023-02-01");

        assertThat(answer.json().get("fundings")).hasSize(1);
        assertThat(answer.at("/fundings/0/held")).isEqualTo("certain");
        assertThat(answer.json()
                        .at("/fundings/0/among")
                        .valueStream()
                        .map(value -> value.at("/funder/id").stringValue()))
                .containsExactly("departement", "region");
        assertThat(answer.json().at("/totals/amounts")).isEqualTo(Json.parse("""
                [{"currency": "EUR", "atLeast": "0", "atMost": "100"}]"""));
    }

    @Test
    void all_who_fund_on_a_day_are_told_with_the_sums_of_their_portfolios() {
        Answer answer = SERVER.get("/funders", "asOf", "2023-02-01");

        assertThat(organisations(answer))
                .contains("another", "ars", "departement", "region")
                .doesNotContain("hoped-for");
        for (JsonNode funder : answer.json().get("funders")) {
            JsonNode portfolio = SERVER.get(
                            "/funders/" + funder.at("/organisation/id").stringValue(), "asOf", "2023-02-01")
                    .json();
            assertThat(funder.get("organisation")).isEqualTo(portfolio.get("organisation"));
            assertThat(funder.get("totals")).isEqualTo(portfolio.get("totals"));
            assertThat(funder.get("territories").valueStream().map(JsonNode::stringValue))
                    .containsExactlyElementsOf(portfolio
                            .get("fundings")
                            .valueStream()
                            .map(funding -> funding.get("territory").stringValue())
                            .distinct()
                            .toList());
        }
    }

    @Test
    void a_funding_with_two_possible_amounts_counts_once() {
        assertThat(SERVER.get("/funders", "asOf", "2023-02-01")
                        .json()
                        .get("funders")
                        .valueStream()
                        .filter(funder ->
                                funder.at("/organisation/id").stringValue().equals("ars"))
                        .map(funder -> funder.get("fundings").intValue()))
                .containsExactly(4);
    }

    @Test
    void a_funding_of_which_nobody_said_who_gives_it_makes_no_funder() {
        record("2024-01-10T00:00:00Z", "pau", """
                "type": "funding-granted", "effective": "2022", "funding": "nobody-s", "purpose": "poste"
                """);

        assertThat(organisations(SERVER.get("/funders", "asOf", "2023-02-01"))).doesNotContain("");
    }

    @Test
    void who_funds_is_as_it_was_known() {
        assertThat(organisations(SERVER.get("/funders", "asOf", "2023-02-01", "knownAt", "2024-01-06T00:00:00Z")))
                .contains("another", "ars")
                .doesNotContain("departement");
    }

    private static List<String> organisations(Answer answer) {
        return answer.json()
                .get("funders")
                .valueStream()
                .map(funder -> funder.at("/organisation/id").stringValue())
                .toList();
    }

    private static void record(String recordedAt, String territory, String entry) {
        QueryServer.sharedModels().record(recordedAt, """
                {"entryId": "40000000-0000-0000-0000-0000000000%02d", "territory": "%s", %s}""".formatted(number++, territory, entry));
    }
}
