package fr.jalon.answers;

import static fr.jalon.answers.DifferenceTest.entry;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.answers.Agenda.Item;
import fr.jalon.answers.Agenda.Kind;
import fr.jalon.events.RandomDays;
import fr.jalon.events.RandomRegisters;
import fr.jalon.events.Seed;
import fr.jalon.events.register.Register;
import fr.jalon.events.time.Days;
import fr.jalon.events.time.Effective;
import fr.jalon.events.time.Window;
import fr.jalon.events.timeline.Certainty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgendaTest {
    /** Before every day that a random register speaks of. */
    private static final LocalDate LONG_AGO = LocalDate.parse("2019-12-01");

    private static final Map<Day, Map<String, Certainty>> FACTS = new HashMap<>();

    @Test
    void it_is_what_comparing_each_day_with_the_day_before_tells() {
        Set<Kind> seen = EnumSet.noneOf(Kind.class);
        long first = Seed.of(1, "AgendaTest");
        for (long seed = first; seed < first + 60; seed++) {
            Random random = new Random(seed);
            boolean few = seed % 2 == 0;
            Register register = Register.of(
                    few ? RandomRegisters.accepted(seed, "marseille", 25) : RandomRegisters.of(seed, "marseille", 25));
            LocalDate from = few
                    ? RandomDays.FEW.getFirst().minusDays(random.nextInt(3))
                    : LocalDate.parse("2020-01-01").plusDays(random.nextInt(900));
            Window days = new Window(from, from.plusDays(random.nextInt(few ? 12 : 150)));
            AsOf asOf = new AsOf(from.plusDays(random.nextInt(400) - 100));

            Agenda agenda = Agenda.of(stretches(register), days, asOf);

            assertThat(lines(agenda))
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(dayByDay(register, days, asOf));
            FACTS.clear();
            agenda.items().forEach(item -> seen.add(item.kind()));
        }
        assertThat(seen).containsExactlyInAnyOrder(Kind.values());
    }

    @ParameterizedTest
    @CsvSource({"2024-12-31, planned", "2025-01-01, overdue"})
    void what_is_expected_in_a_year_may_come_on_its_last_day_and_is_overdue_on_the_next(LocalDate asOf, String kind) {
        Register register = Register.of(List.of(DifferenceTest.entry(1, """
                "type": "programme-launched", "effective": "2024", "status": "planned", "programme": "phc\"""")));
        Agenda agenda = Agenda.of(
                stretches(register),
                new Window(LocalDate.parse("2024-01-01"), LocalDate.parse("2025-12-31")),
                new AsOf(asOf));

        assertThat(agenda.items())
                .singleElement()
                .extracting(item -> item.kind().code())
                .isEqualTo(kind);
    }

    @Test
    void a_funding_with_and_without_its_budget_line_is_told_once() {
        Register register = Register.of(List.of(entry(1, """
                        "type": "funding-granted", "effective": "2023-01-01", "funding": "mel", "funder": "mel",
                        "amount": {"value": "1", "currency": "EUR"}
                        """), entry(2, """
                        "type": "funding-renewed", "effective": "2024", "funding": "mel", "budgetLine": "Habitat"
                        """), entry(3, """
                        "type": "funding-amount-changed", "effective": "2024-07", "funding": "mel",
                        "direction": "increased", "amount": {"value": "2", "currency": "EUR"}
                        """)));
        Window july = new Window(LocalDate.parse("2024-07-01"), LocalDate.parse("2024-07-01"));

        assertThat(Agenda.of(stretches(register), july, new AsOf(july.earliest()))
                        .items())
                .filteredOn(item -> item.kind() == Kind.MAY_BEGIN)
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.stretch().value().has("budgetLine")).isFalse();
                    assertThat(item.stretch().value().at("/amount/value").stringValue())
                            .isEqualTo("2");
                    assertThat(item.stretch().entries()).hasSize(3);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2022-06-01 | 2023-06-01 | À partir du 1ᵉʳ janvier 2023, peut-être : la coordination est portée par HPF.
            2022-06-01 | 2023-06-01 | À partir du 1ᵉʳ janvier 2023, ce n'est plus certain : la coordination est portée par ADPEI.
            2023-06-01 | 2024-06-01 | À partir du 31 décembre 2023, c'est certain : la coordination est portée par HPF.
            2023-06-01 | 2024-06-01 | À partir du 31 décembre 2023, c'est terminé de façon certaine : la coordination est portée par ADPEI.
            2023-06-01 | 2024-06-01 | Prévu entre le 1ᵉʳ janvier 2024 et le 31 décembre 2024 : Lancement du programme (programme : phc).
            2024-12-01 | 2025-06-01 | Annoncé entre le 1ᵉʳ janvier 2024 et le 31 décembre 2024 et toujours pas venu : Lancement du programme (programme : phc).
            2023-06-01 | 2024-06-01 | Planned between 1 January 2024 and 31 December 2024: Programme launched (programme: phc).
            2023-06-01 | 2024-06-01 | From 31 December 2023 on it is certain: the coordination is carried by HPF.
            """)
    void each_item_says_itself_in_french_and_in_english(String from, String to, String sentence) {
        Register register = Register.of(
                List.of(DifferenceTest.entry(1, """
                        "type": "coordination-carrier-changed", "effective": "2019",
                        "carrier": {"id": "adpei", "name": "ADPEI"}"""), DifferenceTest.entry(2, """
                        "type": "coordination-carrier-changed", "effective": "2023",
                        "carrier": {"id": "hpf", "name": "HPF"}"""), DifferenceTest.entry(3, """
                        "type": "programme-launched", "effective": "2024", "status": "planned", "programme": "phc\"""")));
        Agenda agenda = Agenda.of(
                stretches(register),
                new Window(LocalDate.parse(from), LocalDate.parse(to)),
                new AsOf(LocalDate.parse(to)));

        assertThat(agenda.items().stream().map(Telling::of).flatMap(told -> Stream.of(told.fr(), told.en())))
                .contains(sentence);
    }

    @Test
    void an_announcement_that_names_another_leaves_it_standing() {
        Register register = Register.of(List.of(DifferenceTest.entry(1, """
                "type": "programme-launched", "effective": "2024", "status": "possible", "programme": "phc\""""), DifferenceTest.entry(2, """
                "type": "programme-launched", "effective": "2024", "status": "planned", "programme": "phc",
                "fulfils": "00000000-0000-0000-0000-000000000001\"""")));

        assertThat(state(register, LocalDate.parse("2024-06-01")).outlook()).hasSize(2);
        assertThat(register.fulfilling(new UUID(0, 1))).isEmpty();
    }

    private static List<String> dayByDay(Register register, Window days, AsOf asOf) {
        List<String> lines = new ArrayList<>();
        for (LocalDate day = days.earliest(); !day.isAfter(days.latest()); day = day.plusDays(1)) {
            Map<String, Certainty> before = facts(register, day.minusDays(1));
            Map<String, Certainty> now = facts(register, day);
            Set<String> all = new TreeSet<>(before.keySet());
            all.addAll(now.keySet());
            for (String fact : all) {
                if (before.get(fact) != now.get(fact)) {
                    lines.add(move(register, fact, day) + " " + day + ".." + day + " " + fact);
                }
            }
        }
        LocalDate judged = Days.earlier(asOf.day(), days.latest());
        for (Fact announced : state(register, judged).outlook()) {
            Window expected = Effective.parse(Objects.requireNonNull(announced.since()))
                    .start()
                    .window();
            boolean touches = !expected.earliest().isAfter(days.latest())
                    && !expected.latest().isBefore(days.earliest());
            boolean passed = expected.latest().isBefore(judged);
            if (passed || touches) {
                String status = announced.value().get("status").stringValue();
                String kind = passed ? "overdue" : status;
                lines.add(kind + " " + expected.earliest() + ".." + expected.latest() + " " + line(announced));
            }
        }
        return lines;
    }

    private static String move(Register register, String fact, LocalDate day) {
        Certainty before = facts(register, day.minusDays(1)).get(fact);
        Certainty now = facts(register, day).get(fact);
        if (now != null) {
            return before == null
                    ? now == Certainty.CERTAIN ? "begins" : "may-begin"
                    : now == Certainty.CERTAIN ? "becomes-certain" : "may-end";
        }
        return before == Certainty.CERTAIN
                ? "ends"
                : wasEverCertain(register, fact, day) ? "surely-ended" : "ruled-out";
    }

    private static boolean wasEverCertain(Register register, String fact, LocalDate end) {
        for (LocalDate day = end.minusDays(1); facts(register, day).containsKey(fact); day = day.minusDays(1)) {
            if (day.isBefore(LONG_AGO)) {
                return false;
            }
            if (facts(register, day).get(fact) == Certainty.CERTAIN) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Certainty> facts(Register register, LocalDate day) {
        return FACTS.computeIfAbsent(new Day(register, day), asked -> {
            Map<String, Certainty> facts = new HashMap<>();
            state(register, day).facts().forEach(fact -> facts.put(line(fact), fact.certainty()));
            return facts;
        });
    }

    private record Day(Register register, LocalDate day) {}

    private static RegisterState state(Register register, LocalDate day) {
        return RegisterState.of("marseille", register, new AsOf(day));
    }

    private static List<String> lines(Agenda agenda) {
        return agenda.items().stream().map(AgendaTest::line).toList();
    }

    private static String line(Item item) {
        return item.kind().code() + " " + item.days().earliest() + ".."
                + item.days().latest() + " " + line(item.stretch().fact());
    }

    private static String line(Fact fact) {
        return fact.subject() + " " + fact.value();
    }

    private static List<Stretch> stretches(Register register) {
        return register.subjects().stream()
                .flatMap(subject -> register.spans(subject).stream())
                .map(Stretch::of)
                .toList();
    }
}
