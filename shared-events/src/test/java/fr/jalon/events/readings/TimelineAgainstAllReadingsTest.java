package fr.jalon.events.readings;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.RandomDays;
import fr.jalon.events.RandomRegisters;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.meaning.FactKind;
import fr.jalon.events.readings.SpecificationExamples.Example;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.events.timeline.Certainty;
import fr.jalon.events.timeline.Span;
import fr.jalon.events.timeline.Timeline;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Timelines, which tell readings together, against every reading tried by itself. */
class TimelineAgainstAllReadingsTest {
    @ParameterizedTest
    @MethodSource("examples")
    void an_example_of_the_specification_is_answered_as_it_says(Example example) {
        Timeline timeline = Register.of(example.known()).timeline(example.subject());

        assertThat(values(timeline, example.asOf())).isEqualTo(example.values());
        assertThat(timeline.isHeld(example.asOf())).isEqualTo(example.held());
    }

    @Test
    void any_subject_on_any_day_is_as_all_its_readings_tell() {
        List<FactKind> kinds = RandomRegisters.kinds();
        RandomRegisters.seeds().forEach(seed -> {
            FactKind kind = kinds.get(Math.floorMod(seed, kinds.size()));
            List<Recorded> entries = RandomRegisters.ofOneSubject(seed, kind, 1 + Math.floorMod(seed / 17, 5));
            for (int known = 1; known <= entries.size(); known++) {
                isAsAllReadingsTell(entries.subList(0, known), "seed " + seed + ", " + kind);
            }
        });
    }

    private static void isAsAllReadingsTell(List<Recorded> entries, String seed) {
        List<WorldEntry> moving =
                entries.stream().map(entry -> (WorldEntry) entry.entry()).toList();
        Set<LocalDate> asked = new TreeSet<>();
        for (LocalDate day : RandomDays.FEW) {
            asked.addAll(List.of(day.minusDays(1), day, day.plusDays(1)));
        }
        NaiveReadings naive = NaiveReadings.of(moving, asked);
        Timeline timeline = Register.of(entries).timeline(Said.subject(moving.getFirst()));
        String told = seed + ": " + moving.stream().map(EntryJson::write).collect(Collectors.joining("\n"));
        assertThat(timeline.hasReading()).as(told).isEqualTo(naive.hasReading());
        if (naive.hasReading()) {
            for (LocalDate day : asked) {
                assertThat(values(timeline, day)).as("%s, as of %s", told, day).isEqualTo(naive.values(day));
                assertThat(timeline.isHeld(day)).as("%s, as of %s", told, day).isEqualTo(naive.isHeldForCertain(day));
            }
        }
    }

    private static Map<Map<String, Object>, Certainty> values(Timeline timeline, LocalDate day) {
        Map<Map<String, Object>, Certainty> values = new HashMap<>();
        for (Span span : timeline.spans(Set.of())) {
            if (span.possible().contains(day)) {
                boolean certain = span.certain() != null && span.certain().contains(day);
                Certainty before = values.put(span.value(), certain ? Certainty.CERTAIN : Certainty.POSSIBLE);
                assertThat(before).as("%s on %s", span, day).isNull();
                assertThat(span.held() != null && span.held().contains(day))
                        .as("%s, held on %s", span, day)
                        .isEqualTo(timeline.isHeld(day));
            }
        }
        return values;
    }

    static List<Example> examples() {
        return SpecificationExamples.answers();
    }
}
