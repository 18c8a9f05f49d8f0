package fr.jalon.answers;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.json.EntryJson;
import fr.jalon.events.meaning.FactKind;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.register.Names;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A type of entry that moves nothing is in the register like any other, but begins and ends no fact. */
class MovesNothingTest {
    private static final Recorded THANKS = recorded(1, """
            {"entryId": "00000000-0000-0000-0000-000000000001", "territory": "lille", "effective": "2023-02-22",
             "type": "contribution-acknowledged", "person": {"id": "p-0001", "name": "Camille Exemple"},
             "reason": "Travail accompli"}""");
    private static final Recorded CARRIER = recorded(2, """
            {"entryId": "00000000-0000-0000-0000-000000000002", "territory": "lille", "effective": "2019",
             "type": "coordination-carrier-changed", "carrier": "hpf"}""");
    private static final Recorded CONTEST = recorded(3, """
            {"entryId": "00000000-0000-0000-0000-000000000003", "territory": "lille", "type": "entry-contested",
             "target": "00000000-0000-0000-0000-000000000001", "reason": "Une autre personne", "by": "mel"}""");
    private static final Recorded RETRACTION = recorded(4, """
            {"entryId": "00000000-0000-0000-0000-000000000004", "territory": "lille", "type": "entry-retracted",
             "target": "00000000-0000-0000-0000-000000000001", "reason": "Une autre personne"}""");

    @Test
    void it_is_neither_a_fact_nor_an_announcement() {
        RegisterState state = state(Register.of(List.of(THANKS, CARRIER)));

        assertThat(state.facts()).singleElement().extracting(Fact::subject).isEqualTo(carrier());
        assertThat(state.outlook()).isEmpty();
    }

    @Test
    void it_stands_in_the_register_and_names_a_person() {
        Register register = Register.of(List.of(THANKS));

        assertThat(register.entries()).containsExactly(THANKS);
        assertThat(register.spans(Names.of("person", "p-0001")))
                .singleElement()
                .satisfies(span -> assertThat(span.value()).containsEntry("name", "Camille Exemple"));
    }

    @Test
    void contested_and_retracted_it_leaves_every_fact_as_it_was() {
        Register register = Register.of(List.of(THANKS, CARRIER, CONTEST, RETRACTION));

        assertThat(state(register).facts()).singleElement().satisfies(fact -> {
            assertThat(fact.subject()).isEqualTo(carrier());
            assertThat(fact.contested()).isFalse();
        });
        assertThat(register.spans(Names.of("person", "p-0001"))).isEmpty();
        assertThat(register.filed(THANKS.entry().entryId()).orElseThrow().stands())
                .isFalse();
    }

    @Test
    void it_touches_no_fact() {
        assertThat(Register.of(List.of(THANKS)).touchedSince(Register.empty()))
                .noneMatch(subject -> subject.kind() instanceof FactKind);
    }

    @Test
    void what_was_done_in_keeping_the_register_is_no_part_of_any_state() {
        Recorded erased = recorded(3, """
            {"entryId": "00000000-0000-0000-0000-000000000003", "territory": "lille", "effective": "2023-02-22",
             "type": "person-erased", "askedBy": "national", "confirmedBy": "national-2", "reason": "Dossier 17"}""");
        Register before = Register.of(List.of(THANKS, CARRIER));
        Register after = before.with(erased);

        assertThat(after.touchedSince(before)).isEmpty();
        assertThat(state(after).facts()).isEqualTo(state(before).facts());
        assertThat(state(after).outlook()).isEmpty();
        assertThat(after.subjects()).isEqualTo(before.subjects());
        assertThat(after.entries()).containsExactly(THANKS, CARRIER, erased);
        assertThat(after.recorded(erased.entry().entryId())).contains(erased);
        assertThat(after.position()).isEqualTo(3);
    }

    private static Subject carrier() {
        return FactKind.COORDINATION_CARRIER.only();
    }

    private static RegisterState state(Register register) {
        return RegisterState.of("lille", register, new AsOf(LocalDate.parse("2023-06-01")));
    }

    private static Recorded recorded(long position, String entry) {
        return new Recorded(
                position, Instant.parse("2023-02-22T09:00:00Z").plusSeconds(position), EntryJson.read(entry));
    }
}
