package fr.jalon.command.territory;

import fr.jalon.events.entry.CoordinationEntry.CoordinationCarrierChanged;
import fr.jalon.events.entry.CoordinationEntry.CoordinatorLeft;
import fr.jalon.events.entry.RegisterEntry.EntryCorrected;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.events.timeline.Step;
import fr.jalon.events.timeline.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one mechanism of the register's rules: with the proposed entry inserted, every entry of the subjects it touches must
 * still hold at its own place in the timeline. What did not hold before is not held against it.
 */
final class TimelineRules {
    private TimelineRules() {}

    /** The rules that the last entry of {@code after} breaks, and those it makes others break. */
    static List<Refusal> newlyBroken(Register before, Register after) {
        Recorded proposed = Objects.requireNonNull(after.last());
        List<Refusal> refusals = new ArrayList<>();
        after.touchedSince(before).stream()
                .filter(subject -> subject.kind().isFact())
                .sorted(Comparator.naturalOrder())
                .forEach(subject -> {
                    Set<Fault> known = new HashSet<>(faults(before, subject));
                    faults(after, subject).stream()
                            .filter(fault -> !known.contains(fault))
                            .map(fault -> refusal(fault, subject, proposed))
                            .forEach(refusals::add);
                });
        return refusals;
    }

    private record Fault(
            RefusalCode code,
            UUID entry,
            String field,
            @Nullable UUID against) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Fault that && code == that.code && entry.equals(that.entry);
        }

        @Override
        public int hashCode() {
            return Objects.hash(code, entry);
        }
    }

    private static List<Fault> faults(Register register, Subject subject) {
        return register.timeline(subject).steps().stream()
                .flatMap(TimelineRules::fault)
                .toList();
    }

    private static Stream<Fault> fault(Step step) {
        WorldEntry entry = step.transition().entry();
        return switch (step.transition().effect()) {
            case BEGINS -> {
                Step begun = certainlyBegun(step);
                yield begun == null
                        ? Stream.of()
                        : Stream.of(fault(RefusalCode.ALREADY_BEGUN, step, "/effective", begun));
            }
            case STATES ->
                entry instanceof CoordinationCarrierChanged changed && isCarrier(step, changed)
                        ? Stream.of(fault(RefusalCode.CARRIER_UNCHANGED, step, "/carrier", step.before()))
                        : Stream.of();
            case CHANGES ->
                step.ground() == null
                        ? Stream.of(fault(RefusalCode.NOT_BEGUN, step, "/effective", step.before()))
                        : Stream.of();
            case ENDS -> {
                if (step.ground() == null) {
                    yield Stream.of(fault(RefusalCode.NOT_BEGUN, step, "/effective", step.before()));
                }
                yield entry instanceof CoordinatorLeft left
                                && !left.person().equals(step.ground().get("person"))
                        ? Stream.of(fault(RefusalCode.NOT_THE_COORDINATOR, step, "/person", step.before()))
                        : Stream.of();
            }
            case LAPSES -> Stream.of();
        };
    }

    private static Fault fault(RefusalCode code, Step step, String field, @Nullable Step against) {
        return new Fault(
                code,
                step.transition().entry().entryId(),
                field,
                against == null ? null : against.transition().entry().entryId());
    }

    private static boolean isCarrier(Step step, CoordinationCarrierChanged changed) {
        var before = step.valueBefore();
        return before != null && changed.carrier().equals(before.get("carrier"));
    }

    /** The step by which the value before this one had begun for certain, on the first day this one may take effect. */
    private static @Nullable Step certainlyBegun(Step step) {
        LocalDate day = step.transition().window().earliest();
        for (Step earlier = step.before(); earlier != null && earlier.value() != null; earlier = earlier.before()) {
            if (!earlier.transition().window().latest().isAfter(day)) {
                return earlier;
            }
        }
        return null;
    }

    /** A fault of the proposed entry names the field; a fault it brings upon another entry names that entry. */
    private static Refusal refusal(Fault fault, Subject subject, Recorded proposed) {
        String shown = subject.toString();
        if (fault.entry.equals(proposed.entry().entryId())) {
            return new Refusal(fault.code, fault.field, fault.against, shown);
        }
        if (proposed.entry() instanceof EntryCorrected corrected && fault.entry.equals(corrected.target())) {
            return new Refusal(fault.code, "/entry" + fault.field, fault.against, shown);
        }
        return new Refusal(fault.code, "", fault.entry, shown);
    }
}
