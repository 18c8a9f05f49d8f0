package fr.jalon.command.row;

import fr.jalon.command.territory.ReadRegister;
import fr.jalon.events.language.Language;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.register.Register;
import fr.jalon.people.PersonNames;
import fr.jalon.people.ReaderNames;
import fr.jalon.tables.column.KnownThings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The registers that the rows of a table speak of, each as it was when the first row did: what a row means does not
 * depend on the rows before it.
 */
public final class KnownRegisters {
    private final Function<String, ReadRegister> actual;
    private final PersonNames names;
    private final boolean areLimitedShown;
    private final Map<String, Register> registers = new HashMap<>();
    private final Map<String, KnownThings> things = new HashMap<>();

    /**
     * Registers as whoever sends the table knows them.
     *
     * @param names seals and opens what persons are called: whoever may record may see that
     * @param areLimitedShown whether they are told the names that are limited, too
     */
    public KnownRegisters(Function<String, ReadRegister> actual, PersonNames names, boolean areLimitedShown) {
        this.actual = actual;
        this.names = names;
        this.areLimitedShown = areLimitedShown;
    }

    PersonNames names() {
        return names;
    }

    /** How a difference is told to whoever sent the table. */
    ReaderNames shown(Language language) {
        return names.shown(areLimitedShown, language);
    }

    /** A territory's register; empty where it cannot be read, which will be said of each entry for it. */
    Register of(String territory) {
        return registers.computeIfAbsent(territory, id -> switch (actual.apply(id)) {
            case ReadRegister.Whole(Register register) -> register;
            case ReadRegister.Incomplete _ -> Register.empty();
        });
    }

    /** The things that a territory's register has names for. */
    public KnownThings things(String territory) {
        return things.computeIfAbsent(territory, id -> new KnownThings(named(of(id)), name -> names.newId(id, name)));
    }

    /** What stands for a free text of a territory in an id. */
    public String keyed(String territory, String text) {
        return names.keyed(territory, text);
    }

    private List<KnownThings.NamedThing> named(Register register) {
        return register.names().entrySet().stream()
                .map(each -> named(each.getKey(), names.opened(each.getValue())))
                .toList();
    }

    private static KnownThings.NamedThing named(Subject thing, String name) {
        int slash = thing.key().indexOf('/');
        return new KnownThings.NamedThing(
                thing.key().substring(0, slash), thing.key().substring(slash + 1), name);
    }
}
