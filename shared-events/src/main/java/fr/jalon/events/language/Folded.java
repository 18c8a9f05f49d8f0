package fr.jalon.events.language;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Text as people compare it: whatever its case, accents, ligatures, apostrophes and spaces. */
public final class Folded {
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    /** No index takes much longer words. */
    private static final int LONGEST_WORD = 200;

    private Folded() {}

    public static String of(String text) {
        return SPACES.matcher(plain(text)).replaceAll(" ").strip();
    }

    /** Its words, each once, in the order in which they come: letters and digits alone. */
    public static Set<String> words(String text) {
        String plain = plain(text);
        Set<String> words = new LinkedHashSet<>();
        int from = 0;
        for (int i = 0; i <= plain.length(); ) {
            int next = i < plain.length() ? plain.codePointAt(i) : ' ';
            if (!Character.isLetterOrDigit(next)) {
                if (from < i) {
                    words.add(plain.substring(from, i));
                }
                from = i + Character.charCount(next);
            } else if (i - from >= LONGEST_WORD) {
                words.add(plain.substring(from, i));
                from = i;
            }
            i += Character.charCount(next);
        }
        return words;
    }

    private static String plain(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return isAscii(lower) ? lower : unmarked(Normalizer.normalize(lower, Normalizer.Form.NFKD));
    }

    private static String unmarked(String apart) {
        StringBuilder plain = new StringBuilder(apart.length());
        apart.codePoints().forEach(letter -> {
            switch (letter) {
                case 'œ' -> plain.append("oe");
                case 'æ' -> plain.append("ae");
                case 'ß' -> plain.append("ss");
                case '’' -> plain.append('\'');
                default -> {
                    if (!isMark(letter)) {
                        plain.appendCodePoint(Character.toLowerCase(letter));
                    }
                }
            }
        });
        return plain.toString();
    }

    private static boolean isMark(int letter) {
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(letter -> letter < 0x80);
    }

    /** A word of an amount, begun as no other is: only whoever may see the amount finds an entry by it. */
    public static String inAmount(String word) {
        return "=" + word;
    }
}
