package fr.jalon.tables.row;

import fr.jalon.events.entry.Code;

/**
 * What can be wrong with a table as sent, beside what can be wrong with each entry; each has a sentence at the web
 * edge.
 */
public enum TableFaultCode implements Code {
    EMPTY_TABLE,
    TOO_MANY_COLUMNS,
    UNKNOWN_COLUMN,
    DOUBLED_COLUMN,
    MISSING_COLUMN,
    CELL_WITHOUT_COLUMN,
    CELL_OF_ANOTHER_TYPE,
    CELL_TOO_LONG,
    AMBIGUOUS_NUMBER,
    AMBIGUOUS_NAME,
    TWO_CURRENCIES,
    UNKNOWN_ACTION,
    FORMULA_CELL,
    ERROR_CELL,
    NOT_TEXT,
    UNCLOSED_QUOTE,
    BROKEN_QUOTE,
    NOT_A_WORKBOOK,
    NO_SHEET,
    DOCUMENT_TYPE,
    BROKEN_WORKBOOK
}
