package fr.jalon.standalone.cli.recording;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.time.Days;
import fr.jalon.standalone.cli.client.Server;
import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Surroundings;
import fr.jalon.standalone.cli.terminal.Trouble;
import fr.jalon.tables.column.Column;
import fr.jalon.tables.column.TypedField;
import fr.jalon.tables.typed.Misread;
import fr.jalon.tables.typed.TypedEntry;
import fr.jalon.tables.typed.TypedThings;
import fr.jalon.tables.typed.Typist;
import java.io.PrintWriter;
import java.time.LocalDate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An entry that is being written at a terminal. */
final class Draft {
    private final TypedEntry typed;

    /**
     * What is there of an entry.
     *
     * @param err where it is said what was made of what is typed
     */
    Draft(EntryType type, ObjectNode entry, Server server, String territory, PrintWriter err) {
        this.typed = new TypedEntry(type, entry, things(server, territory, err), typist(err));
    }

    /** A thing of this kind, as it was typed. */
    static JsonNode thing(String typed, String kind, Server server, String territory, PrintWriter err) {
        try {
            return things(server, territory, err).one(typed, kind);
        } catch (Misread misread) {
            throw new Trouble(ExitCode.USAGE, misread.sentence());
        }
    }

    private static TypedThings things(Server server, String territory, PrintWriter err) {
        return new TypedThings(new ServerThings(server, territory), typist(err));
    }

    private static Typist typist(PrintWriter err) {
        return new Typist(Surroundings.current().language(), LocalDate.now(Days.ZONE), err::println);
    }

    EntryType type() {
        return typed.type();
    }

    ObjectNode entry() {
        return typed.entry();
    }

    boolean has(Column column) {
        return typed.has(column);
    }

    /** Sets what stands before the equals sign to what stands after it; to nothing where nothing does. */
    void set(String assignment) {
        int equals = assignment.indexOf('=');
        if (equals <= 0) {
            throw new Trouble(ExitCode.USAGE, Messages.say("draft.no-assignment", assignment));
        }
        String word = assignment.substring(0, equals);
        Column column = TypedField.named(type(), word)
                .orElseThrow(() -> new Trouble(ExitCode.USAGE, Messages.say("draft.no-field", word, type().name())));
        set(column, assignment.substring(equals + 1));
    }

    void set(Column column, String text) {
        try {
            typed.set(column, text);
        } catch (Misread misread) {
            throw new Trouble(ExitCode.USAGE, misread.sentence());
        }
    }
}
