package fr.jalon.command.api;

import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.ReadRegister;
import fr.jalon.command.territory.RecordEntry;
import fr.jalon.command.territory.TerritoryDecider;
import fr.jalon.events.register.Register;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A dry run of many entries: each is judged after those accepted before it, in registers that are thrown away. An id
 * that another territory's register holds is found only when the entries are recorded.
 */
public final class Rehearsal {
    private final Map<String, Register> registers = new ConcurrentHashMap<>();
    private final Function<String, ReadRegister> actual;

    Rehearsal(Function<String, ReadRegister> actual) {
        this.actual = actual;
    }

    /** Judges one entry; those of one territory come one at a time. */
    Decision judge(RecordEntry command) {
        String territory = command.entry().territory();
        Register register = registers.get(territory);
        if (register != null) {
            return judge(register, command);
        }
        return switch (actual.apply(territory)) {
            case ReadRegister.Whole(Register read) -> {
                registers.put(territory, read);
                yield judge(read, command);
            }
            case ReadRegister.Incomplete(Decision.No decision) -> decision;
        };
    }

    private Decision judge(Register register, RecordEntry command) {
        TerritoryDecider.Verdict verdict = TerritoryDecider.judge(register, command);
        if (verdict.decision() instanceof Decision.Accepted) {
            registers.put(command.entry().territory(), verdict.after());
        }
        return verdict.decision();
    }
}
