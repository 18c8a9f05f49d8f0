package fr.jalon.answers;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.answers.contract.StateAnswer;
import fr.jalon.events.json.Json;
import fr.jalon.events.register.Register;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    /**
     * An organisation is one thing in whatever part it appears: a carrier that was recorded by its bare id has its
     * name.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            "type": "funding-granted", "effective": "2023", "funding": "f", "funder": {"id": "hpf", "name": "HPF"}
            "type": "institutional-support-stated", "effective": "2023", "stance": "supports", "programme": "phc", "institution": {"id": "hpf", "name": "HPF"}
            "type": "policy-inscription-recorded", "effective": "2023", "policy": "p", "owner": {"id": "hpf", "name": "HPF"}
            "type": "partnership-engaged", "effective": "2023", "topic": "housing", "partner": {"id": "hpf", "name": "HPF"}
            "type": "project-launched", "effective": "2023", "project": "p", "carrier": {"id": "hpf", "name": "HPF"}
            "type": "project-launched", "effective": "2023", "project": "p", "supporters": ["ars", {"id": "hpf", "name": "HPF"}]
            "type": "steering-committee-held", "effective": "2023-01-26", "meeting": "m", "level": "national", "participants": [{"id": "hpf", "name": "HPF"}]
            "type": "coordinator-left", "effective": "2023", "person": "x", "source": {"title": "t", "speaker": {"id": "hpf", "name": "HPF"}}
            "type": "entry-contested", "target": "00000000-0000-0000-0000-000000000001", "reason": "no", "by": {"id": "hpf", "name": "HPF"}
            """)
    void whichever_entry_names_an_organisation_it_has_that_name_everywhere(String naming) {
        Register register = Register.of(List.of(DifferenceTest.entry(1, """
                "type": "coordination-carrier-changed", "effective": "2020", "carrier": "hpf\""""), DifferenceTest.entry(2, naming)));
        RegisterState state = RegisterState.of("marseille", register, new AsOf(LocalDate.parse("2022-06-01")));

        assertThat(Json.parse(Json.text(StateAnswer.of(state, "")))
                        .at("/facts/coordination-carrier/0/value/carrier/name")
                        .stringValue())
                .isEqualTo("HPF");
    }
}
