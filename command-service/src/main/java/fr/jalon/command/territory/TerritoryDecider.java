package fr.jalon.command.territory;

import fr.jalon.events.entry.TerritoryEntry.TerritoryOpened;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides what becomes of a proposed entry, from the register as it is and nothing else. */
public final class TerritoryDecider {
    private TerritoryDecider() {}

    /** The decision; an {@link Decision.Accepted} one is not recorded yet and so has no instant. */
    public static Decision decide(Register register, RecordEntry command) {
        Optional<Recorded> same = register.recorded(command.entry().entryId());
        if (same.isPresent()) {
            return recordedBefore(same.get(), command);
        }
        Long expected = command.expectedPosition();
        if (expected != null && expected != register.position()) {
            return new Decision.Stale(register.position());
        }
        if (register.position() == 0 && !(command.entry() instanceof TerritoryOpened)) {
            return new Decision.NotOpened(command.entry().territory());
        }
        List<Refusal> refusals = refusals(register, command);
        return refusals.isEmpty()
                ? new Decision.Accepted(register.position() + 1, null)
                : new Decision.Refused(refusals);
    }

    private static List<Refusal> refusals(Register register, RecordEntry command) {
        List<Refusal> broken = EntryRules.broken(register, command.entry(), command.today());
        if (!broken.isEmpty()) {
            return broken;
        }
        Register after = register.with(new Recorded(register.position() + 1, Instant.MAX, command.entry()));
        return TimelineRules.newlyBroken(register, after);
    }

    private static Decision recordedBefore(Recorded recorded, RecordEntry command) {
        return EntryJson.write(recorded.entry()).equals(EntryJson.write(command.entry()))
                ? new Decision.AlreadyRecorded(recorded.position(), recorded.recordedAt())
                : new Decision.IdTaken(recorded.position());
    }
}
