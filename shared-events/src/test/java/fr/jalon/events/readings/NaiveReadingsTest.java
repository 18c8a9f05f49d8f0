package fr.jalon.events.readings;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.readings.SpecificationExamples.Example;
import fr.jalon.events.readings.SpecificationExamples.Proposal;
import fr.jalon.events.register.NaiveRegister;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The naive reading of the specification gives the examples that the specification gives. */
class NaiveReadingsTest {
    @ParameterizedTest
    @MethodSource("answers")
    void an_example_of_the_specification_is_answered_as_it_says(Example example) {
        NaiveRegister register = NaiveRegister.of(example.entries()).through(example.knownThrough());

        assertThat(register.values(example.subject(), example.asOf())).isEqualTo(example.values());
        assertThat(register.isHeldForCertain(example.subject(), example.asOf())).isEqualTo(example.held());
    }

    @ParameterizedTest
    @MethodSource("proposals")
    void an_example_of_the_specification_is_judged_as_it_says(Proposal proposal) {
        NaiveRegister register = NaiveRegister.of(proposal.entries());

        assertThat(register.accepts(proposal.proposed(), proposal.today())).isEqualTo(proposal.accepted());
    }

    static List<Example> answers() {
        return SpecificationExamples.answers();
    }

    static List<Proposal> proposals() {
        return SpecificationExamples.proposals();
    }
}
