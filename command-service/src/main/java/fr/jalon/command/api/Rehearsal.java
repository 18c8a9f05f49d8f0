package fr.jalon.command.api;

import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.RecordEntry;
import fr.jalon.command.territory.TerritoryDecider;
import fr.jalon.events.register.Register;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A dry run of many entries: each is judged after those accepted before it, in registers that are thrown away. An id that
 * another territory's register holds is found only when the entries are recorded.
 */
public final class Rehearsal {
    private final Map<String, Register> registers = new ConcurrentHashMap<>();
    private final Function<String, Register> actual;

    Rehearsal(Function<String, Register> actual) {
        this.actual = actual;
    }

    /** Judges one entry; those of one territory come one at a time. */
    Decision judge(RecordEntry command) {
        String territory = command.entry().territory();
        Register register = registers.get(territory);
        if (register == null) {
            register = actual.apply(territory);
        }
        TerritoryDecider.Judged judged = TerritoryDecider.judge(register, command);
        if (judged.decision() instanceof Decision.Accepted) {
            registers.put(territory, judged.after());
        }
        return judged.decision();
    }
}
