package fr.jalon.tables.write;

/** A text is longer than a cell of a workbook can be. */
public final class CellTooLongException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String column;

    CellTooLongException(String column) {
        super("A text in column " + column + " is too long");
        this.column = column;
    }

    public String column() {
        return column;
    }
}
