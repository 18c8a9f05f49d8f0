package fr.jalon.answers;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.answers.contract.Totals;
import fr.jalon.events.RandomDays;
import fr.jalon.events.RandomRegisters;
import fr.jalon.events.entry.Amount;
import fr.jalon.events.entry.Organisation;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.meaning.FactKind;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.register.NaiveRegister;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sums over the readings, told from their bounds, against the sums of all readings of all fundings. */
class TotalsAgainstAllReadingsTest {
    private static final int FUNDINGS = 3;

    @Test
    void what_any_funder_gives_on_any_day_is_at_least_and_at_most_what_all_readings_add_up_to() {
        RandomRegisters.seeds().forEach(seed -> {
            Random random = new Random(seed);
            List<Recorded> entries = fundings(seed, random);
            for (LocalDate day : RandomDays.FEW) {
                for (String funder : List.of("mel", "mel-2")) {
                    RegisterState state = RegisterState.of("marseille", Register.of(entries), new AsOf(day));
                    Predicate<Fact> given =
                            fact -> fact.value().at("/funder/id").asString("").equals(funder);

                    assertThat(Totals.of(state.bySubject(), given))
                            .as("seed %d, %s as of %s", seed, funder, day)
                            .isEqualTo(naive(NaiveRegister.of(entries), funder, day));
                }
            }
        });
    }

    @Test
    void an_amount_raised_some_time_in_a_year_is_at_least_what_it_was_and_at_most_what_it_became() {
        RegisterState state = RegisterState.of(
                "lille", Register.of(List.of(entry(1, """
                        "type": "funding-granted", "effective": "2020", "funding": "mel", "funder": "mel",
                        "amount": {"value": "10000", "currency": "EUR"}"""), entry(2, """
                        "type": "funding-amount-changed", "effective": "2023", "funding": "mel",
                        "direction": "increased", \
                        "amount": {"value": "12000.50", "currency": "EUR"}"""))), new AsOf(LocalDate.of(2023, 6, 1)));

        assertThat(Totals.of(state.bySubject(), any -> true).amounts())
                .containsExactly(new Totals.Amount("EUR", "10000", "12000.5"));
    }

    private static Recorded entry(long position, String entry) {
        return new Recorded(
                position, Instant.EPOCH.plusSeconds(position), EntryJson.read("""
                {"entryId": "00000000-0000-0000-0000-00000000000%d", \
                "territory": "lille", %s}""".formatted(position, entry)));
    }

    /** Some fundings in one register, each of which has readings. */
    private static List<Recorded> fundings(long seed, Random random) {
        List<Recorded> entries = new ArrayList<>();
        Set<Subject> subjects = new HashSet<>();
        for (int i = 0; i < FUNDINGS; i++) {
            List<Recorded> one =
                    RandomRegisters.ofOneSubject(seed * FUNDINGS + i, FactKind.FUNDING, 1 + random.nextInt(3));
            NaiveRegister register = NaiveRegister.of(one);
            boolean isAnother = register.subjects().stream().noneMatch(subjects::contains);
            if (isAnother
                    && register.subjects().stream()
                            .allMatch(each -> register.readings(each, List.of()).hasReading())) {
                subjects.addAll(register.subjects());
                one.forEach(each -> entries.add(new Recorded(entries.size() + 1L, each.recordedAt(), each.entry())));
            }
        }
        return entries;
    }

    private static Totals naive(NaiveRegister register, String funder, LocalDate day) {
        List<List<Optional<Map<String, Object>>>> wholes = List.of(List.of());
        int withoutAmount = 0;
        boolean isGiven = false;
        for (Subject subject : register.subjects()) {
            Set<Optional<Map<String, Object>>> outcomes =
                    register.readings(subject, List.of(day)).outcomes(day);
            List<Optional<Map<String, Object>>> given = outcomes.stream()
                    .filter(value ->
                            value.filter(each -> isGivenBy(funder, each)).isPresent())
                    .toList();
            withoutAmount += given.stream().anyMatch(value -> amount(value.orElseThrow()) == null) ? 1 : 0;
            isGiven |= given.stream().anyMatch(value -> amount(value.orElseThrow()) != null);
            wholes = wholes.stream()
                    .flatMap(whole -> outcomes.stream().map(value -> {
                        List<Optional<Map<String, Object>>> more = new ArrayList<>(whole);
                        more.add(value);
                        return more;
                    }))
                    .map(List::copyOf)
                    .toList();
        }
        List<BigDecimal> sums =
                wholes.stream().map(whole -> sum(whole, funder)).sorted().toList();
        return new Totals(
                isGiven
                        ? List.of(new Totals.Amount(
                                "EUR",
                                sums.getFirst().toPlainString(),
                                sums.getLast().toPlainString()))
                        : List.of(),
                withoutAmount);
    }

    private static BigDecimal sum(List<Optional<Map<String, Object>>> whole, String funder) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Optional<Map<String, Object>> value : whole) {
            Amount amount = value.filter(each -> isGivenBy(funder, each))
                    .map(TotalsAgainstAllReadingsTest::amount)
                    .orElse(null);
            sum = amount == null ? sum : sum.add(amount.value().value());
        }
        return sum;
    }

    private static boolean isGivenBy(String funder, Map<String, Object> value) {
        return value.get("funder") instanceof Organisation organisation
                && organisation.id().text().equals(funder);
    }

    private static @Nullable Amount amount(Map<String, Object> value) {
        return (Amount) value.get("amount");
    }
}
