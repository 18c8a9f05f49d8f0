package fr.jalon.tables.row;

import fr.jalon.events.json.Fault;
import fr.jalon.events.phrase.DateReading;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a row.
 *
 * @param fault its code is a {@link TableFaultCode}'s or a {@link fr.jalon.events.json.FaultCode}'s
 * @param column its header as written, or its letter where it has none; null where the row as a whole is at fault
 * @param date why a date was refused, and which forms are read; null for any other fault
 */
public record TableFault(Fault fault, @Nullable String column, DateReading.@Nullable Refused date) {
    TableFault(Fault fault, @Nullable String column) {
        this(fault, column, null);
    }

    static TableFault of(TableFaultCode code, String column) {
        return new TableFault(new Fault(code.code(), "", column), column);
    }
}
