package fr.jalon.command.territory;

import static fr.jalon.events.Entries.entry;
import static fr.jalon.events.Entries.id;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.Entries;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Given entries already recorded, when one more is proposed, then the decision. Entries are numbered: id 7 is entry 7.
 */
public final class Scenario {
    public static final LocalDate TODAY = LocalDate.parse("2024-06-15");

    private Register register = Register.empty();
    private @Nullable Decision decision;

    /** An open territory with these entries in its register. */
    public static Scenario given(Entry... entries) {
        Scenario scenario = new Scenario().recorded(entry(0, "territory-opened", "2015", "name: Lille, kind: city"));
        for (Entry entry : entries) {
            scenario.recorded(entry);
        }
        return scenario;
    }

    /** A territory nobody opened. */
    public static Scenario nothing() {
        return new Scenario();
    }

    public Scenario recording(Entry entry) {
        return deciding(new RecordEntry(entry, null, TODAY));
    }

    public Scenario deciding(RecordEntry command) {
        decision = TerritoryDecider.decide(register, command);
        return this;
    }

    public void thenAccepted() {
        assertThat(decision).isEqualTo(new Decision.Accepted(register.position() + 1));
    }

    public void then(Decision expected) {
        assertThat(decision).isEqualTo(expected);
    }

    /** Refused because of these entries, by their numbers, in this order. */
    public void thenRefusedFor(RefusalCode code, Integer... entries) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        assertThat(((Decision.Refused) Objects.requireNonNull(decision)).refusals())
                .allMatch(refusal -> refusal.code() == code)
                .extracting(Refusal::entry)
                .containsExactly(Arrays.stream(entries).map(Entries::id).toArray(UUID[]::new));
    }

    /** Refused for one reason: the field, and the number of the entry at fault (-1 for none). */
    public void thenRefused(RefusalCode code, String pointer, int entry) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        Refusal refusal =
                ((Decision.Refused) Objects.requireNonNull(decision)).refusals().getFirst();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.pointer()).isEqualTo(pointer);
        assertThat(refusal.entry()).isEqualTo(entry < 0 ? null : id(entry));
    }

    /** Refused by the same rule for each of these entries, in whatever order. */
    public void thenRefused(RefusalCode code, String pointer, int one, int other) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        assertThat(((Decision.Refused) Objects.requireNonNull(decision)).refusals())
                .allMatch(refusal -> refusal.code() == code && refusal.pointer().equals(pointer))
                .extracting(Refusal::entry)
                .containsExactlyInAnyOrder(id(one), id(other));
    }

    private Scenario recorded(Entry entry) {
        register = register.with(
                new Recorded(register.position() + 1, Instant.EPOCH.plusSeconds(register.position()), entry));
        return this;
    }
}
