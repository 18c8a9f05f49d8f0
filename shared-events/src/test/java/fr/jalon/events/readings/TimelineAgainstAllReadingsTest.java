package fr.jalon.events.readings;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.readings.SpecificationExamples.Example;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.events.time.Effective;
import fr.jalon.events.time.MalformedDate;
import fr.jalon.events.timeline.Certainty;
import fr.jalon.events.timeline.Span;
import fr.jalon.events.timeline.Subject;
import fr.jalon.events.timeline.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Timelines, which tell readings together, against every reading tried by itself. */
class TimelineAgainstAllReadingsTest {
    private static final int SUBJECTS = Integer.getInteger("jalon.registers", 1_000);
    private static final long MOST_READINGS = 20_000;
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_of_the_specification_is_answered_as_it_says(Example example) {
        Timeline timeline = Register.of(example.known()).timeline(example.subject());

        assertThat(values(timeline, example.asOf())).isEqualTo(example.values());
        assertThat(timeline.isHeld(example.asOf())).isEqualTo(example.held());
    }

    @Test
    void any_subject_on_any_day_is_as_all_its_readings_tell() {
        long seed = Long.getLong("jalon.seed", 20_230_126L);
        int tried = 0;
        for (long each = seed; tried < SUBJECTS; each++) {
            List<Recorded> entries = SpecificationExamples.recorded(entries(new Random(each)));
            List<WorldEntry> moving =
                    entries.stream().map(entry -> (WorldEntry) entry.entry()).toList();
            List<LocalDate> asked =
                    FIRST.minusDays(1).datesUntil(FIRST.plusDays(12)).toList();
            if (NaiveReadings.count(moving, asked) > MOST_READINGS) {
                continue;
            }
            tried++;
            NaiveReadings naive = NaiveReadings.of(moving, asked);
            Register register = Register.of(entries);
            Subject subject = Said.subject(moving.getFirst());
            Timeline timeline = register.timeline(subject);
            String told = "seed " + each + ": "
                    + moving.stream().map(EntryJson::write).collect(Collectors.joining("\n"));
            assertThat(timeline.hasReading()).as(told).isEqualTo(naive.hasReading());
            if (naive.hasReading()) {
                for (LocalDate day : asked) {
                    assertThat(values(timeline, day))
                            .as("%s, as of %s", told, day)
                            .isEqualTo(naive.values(day));
                    assertThat(timeline.isHeld(day))
                            .as("%s, as of %s", told, day)
                            .isEqualTo(naive.isHeldForCertain(day));
                }
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
            }
        }
        return values;
    }

    private static List<WorldEntry> entries(Random random) {
        int kind = random.nextInt(6);
        List<WorldEntry> entries = new ArrayList<>();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            String date = date(random);
            int which = random.nextInt(10);
            entries.add(
                    switch (kind) {
                        case 0 ->
                            which < 4
                                    ? SpecificationExamples.granted(date, 1000 * (1 + which / 3))
                                    : which < 6
                                            ? SpecificationExamples.renewed(date)
                                            : which < 8
                                                    ? SpecificationExamples.amountChanged(date, 1000 * which)
                                                    : SpecificationExamples.withdrawn(date);
                        case 1 ->
                            which < 7
                                    ? SpecificationExamples.appointed(date, which % 2 == 0 ? "claire" : "paul")
                                    : SpecificationExamples.left(date, which % 2 == 0 ? "claire" : "paul");
                        case 2 -> SpecificationExamples.carried(date, which % 2 == 0 ? "adpei" : "hpf");
                        case 3 -> SpecificationExamples.stance(date, which % 2 == 0 ? "supports" : "insufficient");
                        case 4 ->
                            SpecificationExamples.entry(
                                    which < 6
                                            ? "team-member-joined"
                                            : which < 8 ? "team-contract-changed" : "team-member-left",
                                    date,
                                    "\"position\": \"p\""
                                            + (which == 6 || which == 7 ? ", \"contract\": \"permanent\"" : ""));
                        default ->
                            which < 7 ? SpecificationExamples.joined(date) : SpecificationExamples.withdrew(date);
                    });
        }
        return entries;
    }

    private static String date(Random random) {
        String point = point(random);
        return switch (random.nextInt(8)) {
            case 0 -> point + "/..";
            case 1 -> point + "/P" + (1 + random.nextInt(4)) + "D";
            case 2, 3 -> period(point, random);
            default -> point;
        };
    }

    private static String period(String point, Random random) {
        try {
            return Effective.parse(point + "/" + point(random)).text();
        } catch (MalformedDate endsBeforeItBegins) {
            return period(point, random);
        }
    }

    private static String point(Random random) {
        LocalDate day = FIRST.plusDays(random.nextInt(8));
        return switch (random.nextInt(6)) {
            case 0 -> "[" + day + ".." + day.plusDays(1 + random.nextInt(4)) + "]";
            case 1 -> "[" + day + ".." + day.plusDays(1 + random.nextInt(2)) + "]";
            case 2 -> random.nextInt(3) > 0 ? day.toString() : "[.." + day + "]";
            case 3 -> random.nextInt(3) > 0 ? day.toString() : "[" + day + "..]";
            default -> day.toString();
        };
    }

    static List<Example> examples() {
        return SpecificationExamples.answers();
    }
}
