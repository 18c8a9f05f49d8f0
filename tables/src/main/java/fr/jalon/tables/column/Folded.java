package fr.jalon.tables.column;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as people compare them: whatever their case, accents, apostrophes and spaces. */
public final class Folded {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private Folded() {}

    public static String of(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String plain = MARKS.matcher(apart).replaceAll("").replace('’', '\'');
        return SPACES.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
