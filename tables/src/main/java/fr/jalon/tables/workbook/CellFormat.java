package fr.jalon.tables.workbook;

import fr.jalon.tables.column.CellText;
import fr.jalon.tables.column.Euro;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a cell shows its number.
 *
 * @param currency the one that is written beside it, as it is written; empty where none is
 */
record CellFormat(Shown shown, String currency) {
    private static final String SIGN = "€";
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    static CellFormat of(Shown shown) {
        return new CellFormat(shown, "");
    }

    /** The currency of whoever opens the workbook: to those who report to this register, the euro. */
    static CellFormat ofReadersCurrency() {
        return new CellFormat(Shown.NUMBER, SIGN);
    }

    /** A sum in euros is written with their sign, one in another currency with its code. */
    static CellFormat ofCurrency(String code) {
        return new CellFormat(Shown.NUMBER, code.equals(Euro.CODE) ? SIGN : code);
    }

    static CellFormat by(String formatCode) {
        FormatCode code = FormatCode.of(formatCode);
        return new CellFormat(Shown.by(code.letters()), currency(CellText.trimmed(code.beside())));
    }

    private static String currency(String beside) {
        if (Euro.code(beside).equals(Euro.CODE)) {
            return SIGN;
        }
        boolean hasSign = beside.chars().anyMatch(each -> Character.getType(each) == Character.CURRENCY_SYMBOL);
        return hasSign || CODES.contains(beside) ? beside : "";
    }

    /** A number as it is shown: a sum keeps its currency, so that it is held against what the row says of it. */
    String text(String number) {
        return currency.isEmpty() ? number : number + " " + currency;
    }
}
