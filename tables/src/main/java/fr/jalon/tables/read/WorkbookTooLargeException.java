package fr.jalon.tables.read;

import java.io.IOException;

/** A workbook, small as it was sent, unfolds to more than is taken: in bytes, parts, sheets, texts or names. */
public final class WorkbookTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    public WorkbookTooLargeException(String what) {
        super(what);
    }
}
