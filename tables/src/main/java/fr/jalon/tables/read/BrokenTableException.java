package fr.jalon.tables.read;

import fr.jalon.tables.row.TableFaultCode;
import java.io.IOException;

/** What was sent cannot be read as a table, from some row on or at all. */
public final class BrokenTableException extends IOException {
    private static final long serialVersionUID = 1L;

    private final TableFaultCode code;
    private final long row;

    /**
     * @param row the first one that cannot be read; 1 where none can
     */
    public BrokenTableException(TableFaultCode code, long row) {
        super(code.code());
        this.code = code;
        this.row = row;
    }

    public TableFaultCode code() {
        return code;
    }

    public long row() {
        return row;
    }
}
