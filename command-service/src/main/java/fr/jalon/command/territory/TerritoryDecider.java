package fr.jalon.command.territory;

import fr.jalon.events.entry.TerritoryEntry.TerritoryOpened;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of a proposed entry, from the register as it is and nothing else. */
public final class TerritoryDecider {
    private TerritoryDecider() {}

    /**
     * A decision, and the register as it is then.
     *
     * @param after with the entry where it was accepted, at no instant yet; else as before
     */
    public record Verdict(Decision decision, Register after) {}

    /** The decision: of what the rules let in, that it is accepted, for only the log can record it. */
    public static Decision decide(Register register, RecordEntry command) {
        return judge(register, command).decision();
    }

    /** The same, where more is to be decided on as if this were recorded. */
    public static Verdict judge(Register register, RecordEntry command) {
        Decision objection = objection(register, command);
        if (objection != null) {
            return new Verdict(objection, register);
        }
        List<Refusal> broken = EntryRules.broken(register, command.entry(), command.today());
        if (!broken.isEmpty()) {
            return refused(register, broken);
        }
        long position = register.position() + 1;
        Register after = register.with(new Recorded(position, Instant.MAX, command.entry()));
        List<Refusal> newlyBroken = TimelineRules.newlyBroken(register, after);
        return newlyBroken.isEmpty()
                ? new Verdict(new Decision.Accepted(position), after)
                : refused(register, newlyBroken);
    }

    private static Verdict refused(Register register, List<Refusal> broken) {
        List<Refusal> refusals =
                broken.stream().map(refusal -> refusal.in(register)).toList();
        return new Verdict(new Decision.Refused(refusals), register);
    }

    /** What is decided before the rules are asked; null where they are. */
    private static @Nullable Decision objection(Register register, RecordEntry command) {
        Optional<Recorded> same = register.recorded(command.entry().entryId());
        if (same.isPresent()) {
            return recordedBefore(same.get(), command);
        }
        Long expected = command.expectedPosition();
        if (expected != null && expected != register.position()) {
            return new Decision.Stale(register.position());
        }
        boolean isOpen = register.position() > 0 || command.entry() instanceof TerritoryOpened;
        return isOpen ? null : new Decision.NotOpened(command.entry().territory());
    }

    private static Decision recordedBefore(Recorded recorded, RecordEntry command) {
        return EntryJson.write(recorded.entry()).equals(EntryJson.write(command.entry()))
                ? new Decision.AlreadyRecorded(recorded.position(), recorded.recordedAt())
                : new Decision.IdTaken(recorded.position());
    }
}
