package fr.jalon.command.api;

import fr.jalon.answers.EntryEffect;
import fr.jalon.answers.contract.SubjectEffect;
import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.ReadRegister;
import fr.jalon.command.territory.RecordEntry;
import fr.jalon.command.territory.TerritoryDecider;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.people.ReaderNames;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;

/** A dry run of one entry: it is judged by its register as it is now, and what it would change there is told. */
final class Trial {
    private final Entry entry;
    private final Function<String, ReadRegister> registers;
    private final ReaderNames reader;
    private List<SubjectEffect> effect = List.of();

    /**
     * One that nobody judged yet.
     *
     * @param entry as it was sent: the key of a person who is new is kept nowhere, so that a sealed name stays shut
     * @param reader who is told of the effect
     */
    Trial(Entry entry, Function<String, ReadRegister> registers, ReaderNames reader) {
        this.entry = entry;
        this.registers = registers;
        this.reader = reader;
    }

    Entry entry() {
        return entry;
    }

    Decision judge(RecordEntry command) {
        return switch (registers.apply(entry.territory())) {
            case ReadRegister.Whole(Register register) -> judge(register, command);
            case ReadRegister.Incomplete(Decision.No decision) -> decision;
        };
    }

    private Decision judge(Register register, RecordEntry command) {
        Decision decision = TerritoryDecider.decide(register, command);
        if (!(decision instanceof Decision.Accepted(long position))) {
            return decision;
        }
        Register after = register.with(new Recorded(position, Instant.MAX, entry));
        try {
            effect = EntryEffect.of(register, after, reader::in).stream()
                    .map(SubjectEffect::of)
                    .toList();
        } catch (DataAccessException away) {
            return new Decision.Unavailable(false);
        }
        return decision;
    }

    /** What it would change; nothing where it was not accepted, or is in the register already. */
    List<SubjectEffect> effect() {
        return effect;
    }
}
