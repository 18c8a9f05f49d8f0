package fr.jalon.events.phrase;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A word, a number or a sign of a phrase, whatever its case, accents, apostrophes and dashes. */
sealed interface Token {
    record Word(String text) implements Token {}

    record Digits(int value, int digits) implements Token {}

    record Sign(char text) implements Token {}

    Pattern MARKS = Pattern.compile("\\p{M}+");
    Pattern DASHES = Pattern.compile("\\p{Pd}|\u2212|\u00ad");
    Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    Pattern NOTHING = Pattern.compile("[\\s\\p{Z},'’ʼ()«»\"“”°]+");
    Pattern PARTS = Pattern.compile("([a-z]+)\\.?|([0-9]+)|([-/.+])|(.)", Pattern.DOTALL);

    /** Longer numbers are no part of a date. */
    int MOST_DIGITS = 4;

    /** With every dash a hyphen, every space the usual one. */
    static String plain(String text) {
        String dashed =
                DASHES.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("-");
        return SPACES.matcher(dashed).replaceAll(" ").strip();
    }

    static List<Token> of(String plain) {
        String apart = Normalizer.normalize(plain, Normalizer.Form.NFKD);
        String folded = MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
        Matcher parts = PARTS.matcher(NOTHING.matcher(folded).replaceAll(" "));
        List<Token> tokens = new ArrayList<>();
        while (parts.find()) {
            if (!parts.group().equals(" ")) {
                tokens.add(token(parts));
            }
        }
        return List.copyOf(tokens);
    }

    private static Token token(Matcher parts) {
        if (parts.group(1) != null) {
            return new Word(parts.group(1));
        }
        String digits = parts.group(2);
        if (digits != null && digits.length() <= MOST_DIGITS) {
            return new Digits(Integer.parseInt(digits), digits.length());
        }
        if (parts.group(3) != null) {
            return new Sign(parts.group(3).charAt(0));
        }
        throw new NotADate(DateRefusal.UNREADABLE);
    }
}
