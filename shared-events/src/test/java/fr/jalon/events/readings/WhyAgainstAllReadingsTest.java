package fr.jalon.events.readings;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.RandomDays;
import fr.jalon.events.RandomRegisters;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.meaning.FactKind;
import fr.jalon.events.meaning.Transition;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.events.time.Window;
import fr.jalon.events.timeline.Certainty;
import fr.jalon.events.timeline.Timeline;
import fr.jalon.events.why.Doubt;
import fr.jalon.events.why.Outcome;
import fr.jalon.events.why.Why;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Why an answer is what it is, against every reading of some of the entries, and of one on some of its days. */
class WhyAgainstAllReadingsTest {
    @Test
    void the_entries_an_answer_rests_on_give_it_by_themselves_and_none_of_them_can_be_left_out() {
        anySubjectOnAnyDay((subject, day) -> {
            Outcome answer = subject.answer(day);
            List<Said> grounds = said(Why.of(subject.timeline, day).entries());

            assertThat(outcome(grounds, day)).as("%s, as of %s", subject, day).isEqualTo(answer);
            for (Said ground : grounds) {
                List<Said> others =
                        grounds.stream().filter(each -> !each.equals(ground)).toList();
                assertThat(outcome(others, day))
                        .as("%s, as of %s, without %s", subject, day, ground)
                        .isNotEqualTo(answer);
            }
        });
    }

    @Test
    void a_doubt_tells_what_is_so_in_each_case_and_leaves_none_out_that_counts() {
        anySubjectOnAnyDay((subject, day) -> {
            Why why = Why.of(subject.timeline, day);
            for (Doubt doubt : why.doubts()) {
                for (LocalDate each : List.copyOf(RandomDays.FEW)) {
                    if (Calendar.holds(doubt.days(), each)) {
                        @Nullable Outcome known = outcome(narrowed(why, doubt, Window.day(each)), day);
                        List<Doubt.Case> cases = doubt.cases().stream()
                                .filter(one -> Calendar.holds(one.days(), each))
                                .toList();
                        if (known != null && isWithin(known, subject.answer(day))) {
                            assertThat(cases)
                                    .as("%s, as of %s, %s", subject, day, doubt)
                                    .singleElement()
                                    .satisfies(one -> assertThat(isWithin(known, one.outcome()))
                                            .isTrue());
                        }
                    }
                }
                for (Doubt.Case one : doubt.cases()) {
                    assertThat(outcome(narrowed(why, doubt, one.days()), day))
                            .as("%s, as of %s, %s", subject, day, doubt)
                            .isEqualTo(one.outcome());
                }
            }
        });
    }

    @Test
    void what_is_open_has_a_doubt_that_leaves_it_open() {
        anySubjectOnAnyDay((subject, day) -> {
            Outcome answer = subject.answer(day);
            boolean isOpen = answer.values().containsValue(Certainty.POSSIBLE);

            assertThat(Why.of(subject.timeline, day).doubts().isEmpty())
                    .as("%s, as of %s", subject, day)
                    .isEqualTo(!isOpen);
        });
    }

    private record SomeSubject(long seed, List<Recorded> entries, Timeline timeline) {
        Outcome answer(LocalDate day) {
            return Objects.requireNonNull(outcome(
                    entries.stream()
                            .map(entry -> Said.of((WorldEntry) entry.entry()))
                            .toList(),
                    day));
        }

        @Override
        public String toString() {
            return "seed " + seed + ": "
                    + entries.stream()
                            .map(entry -> EntryJson.write(entry.entry()))
                            .collect(Collectors.joining("\n"));
        }
    }

    private static void anySubjectOnAnyDay(BiConsumer<SomeSubject, LocalDate> holds) {
        List<FactKind> kinds = RandomRegisters.kinds();
        RandomRegisters.seeds().forEach(seed -> {
            FactKind kind = kinds.get(Math.floorMod(seed, kinds.size()));
            List<Recorded> entries = RandomRegisters.ofOneSubject(seed, kind, 1 + Math.floorMod(seed / 17, 4));
            Timeline timeline = Register.of(entries)
                    .timeline(Said.subject((WorldEntry) entries.getFirst().entry()));
            if (timeline.hasReading()) {
                RandomDays.FEW.forEach(day -> holds.accept(new SomeSubject(seed, entries, timeline), day));
            }
        });
    }

    private static List<Said> said(List<Transition> entries) {
        return entries.stream()
                .sorted(Comparator.comparingLong(Transition::position))
                .map(entry -> Said.of(entry.entry()))
                .toList();
    }

    /** What the entries of an answer say, one of them on these days alone. */
    private static List<Said> narrowed(Why why, Doubt doubt, Window days) {
        return said(why.entries()).stream()
                .map(each -> !each.entry().equals(doubt.entry().entry())
                        ? each
                        : doubt.isEnd()
                                ? new Said(
                                        each.entry(),
                                        each.effect(),
                                        each.on(),
                                        new Said.End.Over(days),
                                        each.attributes())
                                : new Said(each.entry(), each.effect(), days, each.end(), each.attributes()))
                .toList();
    }

    private static @Nullable Outcome outcome(List<Said> said, LocalDate day) {
        NaiveReadings readings =
                NaiveReadings.on(said, Calendar.of(said, List.of(day)).days());
        return readings.hasReading() ? new Outcome(readings.values(day), readings.isHeldForCertain(day)) : null;
    }

    private static boolean isWithin(Outcome one, Outcome other) {
        Map<Map<String, Object>, Certainty> values = other.values();
        return values.keySet().containsAll(one.values().keySet()) && (one.isHeld() || !other.isHeld());
    }
}
