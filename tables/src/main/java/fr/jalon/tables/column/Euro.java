package fr.jalon.tables.column;

import fr.jalon.events.language.Folded;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one currency that people write by its sign or its name, beside the number or in a column of its own. */
public final class Euro {
    public static final String CODE = "EUR";
    private static final Set<String> WORDS = Set.of("€", "eur", "euro", "euros");
    private static final Pattern SUM = Pattern.compile("(?i)(.*\\d)[\\s\\p{Z}]*(?:€|eur|euros?)");

    /** No sum that can be meant is longer. */
    private static final int LONGEST = 80;

    private Euro() {}

    /** The code of a currency that is written in a cell; what is none stays as it is. */
    public static String code(String cell) {
        return WORDS.contains(Folded.of(cell)) ? CODE : cell;
    }

    /** Whether a sum says that it is one of euros. */
    public static boolean isIn(String sum) {
        return sum.length() <= LONGEST && SUM.matcher(sum).matches();
    }

    /** A sum without its currency: 12 500,50 of « 12 500,50 € ». */
    public static String number(String sum) {
        Matcher parts = SUM.matcher(sum);
        return isIn(sum) && parts.matches() ? parts.group(1) : sum;
    }
}
