package fr.jalon.answers;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.answers.contract.DifferenceAnswer;
import fr.jalon.events.RandomRegisters;
import fr.jalon.events.Seed;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

public class DifferenceTest {
    private static final Register MARSEILLE = register("""
            "type": "coordination-carrier-changed", "effective": "2019", "carrier": {"id": "adpei", "name": "ADPEI"}""", """
            "type": "programme-launched", "effective": "2020-01-01", "programme": "convergence\"""", """
            "type": "programme-launched", "effective": "2023", "status": "planned", "programme": "phc\"""", """
            "type": "coordination-carrier-changed", "effective": "2023", "carrier": {"id": "hpf", "name": "HPF"}""", """
            "type": "programme-ended", "effective": "2024-01-01", "programme": "convergence\"""", """
            "type": "programme-launched", "effective": "2024-06-01", "programme": "phc",
            "fulfils": "00000000-0000-0000-0000-000000000003\"""");

    @Test
    void between_two_equal_states_there_is_no_difference() {
        Difference none = between("2022-03-01", "2022-09-01");

        assertThat(none).isEqualTo(new Difference(List.of(), List.of(), List.of()));
    }

    @Test
    void what_was_not_so_before_began_and_what_is_no_longer_so_ended() {
        Difference difference = between("2023-12-31", "2024-07-01");

        assertThat(subjects(difference.began())).containsExactly("programme:phc");
        assertThat(subjects(difference.ended()))
                .containsExactly("programme:convergence", "outlook:00000000-0000-0000-0000-000000000003");
        assertThat(difference.changed()).isEmpty();
    }

    @Test
    void another_value_is_a_change_and_so_is_another_certainty() {
        Difference toHpf = between("2022-12-31", "2023-12-31");
        Difference toDoubt = between("2022-12-31", "2023-06-01");

        assertThat(shown(toHpf.changed())).containsExactly("coordination-carrier ADPEI certain > HPF certain");
        assertThat(shown(toDoubt.changed()))
                .containsExactly("coordination-carrier ADPEI certain > ADPEI possible, HPF possible");
    }

    @Test
    void what_was_learned_between_two_instants_is_a_difference_too() {
        AsOf day = new AsOf(LocalDate.parse("2023-06-01"));
        Register before = Register.of(MARSEILLE.entries().subList(0, 3));

        Difference learned = Difference.between(
                RegisterState.of("marseille", before, day), RegisterState.of("marseille", MARSEILLE, day));

        assertThat(subjects(learned.changed())).containsExactly("programme:convergence", "coordination-carrier");
        assertThat(shown(learned.changed().subList(1, 2)))
                .containsExactly("coordination-carrier ADPEI certain > ADPEI possible, HPF possible");
    }

    @Test
    void another_end_alone_is_a_change() {
        AsOf day = new AsOf(LocalDate.parse("2020-06-01"));
        Register before = Register.of(MARSEILLE.entries().subList(0, 4));

        Difference learned = Difference.between(
                RegisterState.of("marseille", before, day), RegisterState.of("marseille", MARSEILLE, day));

        assertThat(subjects(learned.changed())).containsExactly("programme:convergence");
    }

    @Test
    void its_json_tells_the_facts_before_and_after_in_the_form_of_the_state() {
        assertThat(json("2019-12-31", "2020-01-01")).isEqualTo("""
                {"territory":"marseille","from":"2019-12-31","to":"2020-01-01","knownAt":null,"position":6,\
                "began":[{"subject":"programme","key":"convergence","before":[],"after":[{"key":"convergence",\
                "value":{"programme":{"id":"convergence"}},"certainty":"certain","held":"certain","since":"2020-01-01",\
                "until":"2024-01-01","entries":["00000000-0000-0000-0000-000000000002"],"contested":false}],\
                "sentence":{"fr":"Le programme « convergence » a été lancé.",\
                "en":"The programme “convergence” was launched."}}],\
                "ended":[],"changed":[]}""");
        assertThat(json("2024-05-31", "2024-06-01")).contains("""
                "ended":[{"subject":"outlook","key":"00000000-0000-0000-0000-000000000003",\
                "before":[{"entryId":"00000000-0000-0000-0000-000000000003","type":"programme-launched",\
                "status":"planned","effective":"2023",""");
    }

    private static String json(String from, String to) {
        return Json.text(DifferenceAnswer.OfDays.of(state(MARSEILLE, from), state(MARSEILLE, to), null));
    }

    @Test
    void every_subject_that_differs_is_in_one_list_and_no_other_is_in_any() {
        long first = Seed.of(1, "DifferenceTest");
        for (long seed = first; seed < first + 300; seed++) {
            Register register = Register.of(RandomRegisters.of(seed, "marseille", 20));
            RegisterState before = state(register, "2021-01-01");
            RegisterState after = state(register, "2022-01-01");
            Difference there = Difference.between(before, after);
            Difference back = Difference.between(after, before);

            List<String> told = Stream.of(there.began(), there.ended(), there.changed())
                    .flatMap(changes -> subjects(changes).stream())
                    .toList();
            assertThat(told).as("seed %d", seed).doesNotHaveDuplicates();
            assertThat(new TreeSet<>(told)).as("seed %d", seed).isEqualTo(differing(before, after));
            assertThat(subjects(there.began())).as("seed %d", seed).isEqualTo(subjects(back.ended()));
            assertThat(subjects(there.changed())).as("seed %d", seed).isEqualTo(subjects(back.changed()));
        }
    }

    private static Set<String> differing(RegisterState before, RegisterState after) {
        Set<String> lines = new TreeSet<>(lines(before));
        lines.removeAll(lines(after));
        Set<String> other = new TreeSet<>(lines(after));
        other.removeAll(lines(before));
        lines.addAll(other);
        Set<String> subjects = new TreeSet<>();
        lines.forEach(line -> subjects.add(line.substring(0, line.indexOf(' '))));
        return subjects;
    }

    private static List<String> lines(RegisterState state) {
        return Stream.concat(state.facts().stream(), state.outlook().stream())
                .map(fact -> fact.subject() + " " + fact.value() + fact.certainty() + fact.held() + fact.since()
                        + fact.until())
                .toList();
    }

    private static List<String> subjects(List<Difference.Change> changes) {
        return changes.stream().map(change -> change.subject().toString()).toList();
    }

    private static List<String> shown(List<Difference.Change> changes) {
        return changes.stream()
                .map(change -> change.subject() + " " + carriers(change.before()) + " > " + carriers(change.after()))
                .toList();
    }

    private static String carriers(List<Fact> facts) {
        return String.join(
                ", ",
                facts.stream()
                        .map(fact -> fact.value().at("/carrier/name").stringValue() + " "
                                + fact.certainty().code())
                        .toList());
    }

    private static Difference between(String from, String to) {
        return Difference.between(state(MARSEILLE, from), state(MARSEILLE, to));
    }

    private static RegisterState state(Register register, String asOf) {
        return RegisterState.of("marseille", register, new AsOf(LocalDate.parse(asOf)));
    }

    private static Register register(String... entries) {
        List<Recorded> recorded = new ArrayList<>();
        for (String entry : entries) {
            recorded.add(entry(recorded.size() + 1, entry));
        }
        return Register.of(recorded);
    }

    static Recorded entry(int position, String entry) {
        return new Recorded(
                position, Instant.EPOCH.plusSeconds(position), EntryJson.read("""
                {"entryId": "00000000-0000-0000-0000-00000000000%d", "territory": "marseille", %s}""".formatted(position, entry)));
    }
}
