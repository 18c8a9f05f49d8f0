package fr.jalon.command.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.RandomDays;
import fr.jalon.events.RandomRegisters;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.meaning.FactKind;
import fr.jalon.events.readings.SpecificationExamples;
import fr.jalon.events.readings.SpecificationExamples.Proposal;
import fr.jalon.events.register.NaiveRegister;
import fr.jalon.events.register.NaiveRegister.Fault;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is accepted and what is refused for its time, against every reading tried by itself. */
class RulesAgainstAllReadingsTest {
    private static final String TERRITORY = "marseille";
    private static final int OF_ONE_SUBJECT = 6;
    private static final int OF_MANY = 14;

    /** What the specification of time calls a refusal; other rules are not about time. */
    private static final Map<RefusalCode, Fault> FAULTS = Map.of(
            RefusalCode.NOT_BEGUN, Fault.NO_READING,
            RefusalCode.NOT_THE_COORDINATOR, Fault.NO_READING,
            RefusalCode.ALREADY_BEGUN, Fault.REPETITION,
            RefusalCode.CARRIER_UNCHANGED, Fault.SAME_CARRIER,
            RefusalCode.EFFECTIVE_IN_FUTURE, Fault.AFTER_TODAY);

    @ParameterizedTest
    @MethodSource("proposals")
    void an_example_of_the_specification_is_judged_as_it_says(Proposal proposal) {
        List<Recorded> entries = new ArrayList<>(RandomRegisters.of(1, TERRITORY, 1));
        proposal.entries()
                .forEach(each -> entries.add(new Recorded(entries.size() + 1L, each.recordedAt(), each.entry())));

        Decision decision = decide(entries, proposal.proposed(), proposal.today());

        assertThat(decision instanceof Decision.Accepted).isEqualTo(proposal.accepted());
    }

    @Test
    void any_proposal_is_judged_as_all_readings_of_its_subject_tell() {
        List<FactKind> kinds = RandomRegisters.kinds();
        Set<Fault> seen = EnumSet.noneOf(Fault.class);
        RandomRegisters.seeds().forEach(seed -> {
            LocalDate today = seed % 2 == 0 ? RandomRegisters.LATER : RandomDays.FEW.get(2);
            FactKind kind = kinds.get(Math.floorMod(seed, kinds.size()));
            List<Recorded> opened = RandomRegisters.of(~seed, TERRITORY, 1);
            List<Recorded> ofOneSubject = new ArrayList<>(opened);
            ofOneSubject.addAll(RandomRegisters.ofOneSubject(seed, kind, OF_ONE_SUBJECT));
            seen.addAll(compare("seed " + seed, ofOneSubject, today));
            seen.addAll(compare("seed " + seed, RandomRegisters.ofFewDays(seed, TERRITORY, OF_MANY), today));
        });
        assertThat(seen).containsExactly(Fault.values());
    }

    /** The faults for which some of these entries are refused, each proposed to those accepted before it. */
    private static Set<Fault> compare(String seed, List<Recorded> proposals, LocalDate today) {
        Set<Fault> seen = EnumSet.noneOf(Fault.class);
        List<Recorded> recorded = new ArrayList<>();
        for (Recorded drawn : proposals) {
            Entry proposed = drawn.entry();
            String told = seed + ", then " + EntryJson.write(proposed);
            Set<Fault> faults = NaiveRegister.of(recorded).faults(proposed, today);
            Decision decision = decide(recorded, proposed, today);
            if (decision instanceof Decision.Refused(List<Refusal> refusals)) {
                List<Fault> named = refusals.stream()
                        .map(refusal -> FAULTS.get(refusal.code()))
                        .filter(Objects::nonNull)
                        .toList();
                assertThat(faults).as(told).containsAll(named);
                seen.addAll(named);
            } else if (decision instanceof Decision.Accepted) {
                assertThat(faults).as(told).isEmpty();
                recorded.add(new Recorded(recorded.size() + 1L, drawn.recordedAt(), proposed));
            } else {
                assertThat(decision).as(told).isInstanceOf(Decision.NotOpened.class);
            }
        }
        return seen;
    }

    static List<Proposal> proposals() {
        return SpecificationExamples.proposals();
    }

    private static Decision decide(List<Recorded> recorded, Entry proposed, LocalDate today) {
        return TerritoryDecider.decide(Register.of(recorded), new RecordEntry(proposed, null, today));
    }
}
