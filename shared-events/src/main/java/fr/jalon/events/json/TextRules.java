package fr.jalon.events.json;

import java.text.Normalizer;

/** Which characters a text may hold, and the one form in which it is kept. */
final class TextRules {
    /** Fillers of Korean syllables, and the Braille cell without a dot: letters and a symbol by name only. */
    private static final String BLANK_LETTERS = "\u115F\u1160\u3164\uFFA0\u2800";

    private TextRules() {}

    /** Whether a character hides or reorders what a reader sees, or is none. */
    static boolean hasForbidden(String text) {
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            if (isForbidden(character)) {
                return true;
            }
            i += Character.charCount(character);
        }
        return false;
    }

    /** The text composed (NFC), so that equal looks are equal texts. */
    static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Whether it is all printable ASCII, as most texts are: neither forbidden nor to be composed. */
    static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < 0x20 || character > 0x7E) {
                return false;
            }
        }
        return true;
    }

    /** Whether a reader sees anything of it: spaces, joiners, fillers and accents without a letter are nothing. */
    static boolean shows(String text) {
        return text.codePoints().anyMatch(TextRules::shows);
    }

    private static boolean shows(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.UNASSIGNED,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> BLANK_LETTERS.indexOf(character) < 0;
        };
    }

    private static boolean isForbidden(int character) {
        if (character < 0x7F) {
            return character < 0x20 && character != '\n' && character != '\t';
        }
        return character <= 0x9F || hides(character) || reorders(character) || isNone(character);
    }

    private static boolean hides(int character) {
        return character == 0x200B
                || character == 0x2060
                || character == 0xFEFF
                || (character >= 0xE0000 && character <= 0xE007F);
    }

    private static boolean reorders(int character) {
        return (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069)
                || character == 0x200E
                || character == 0x200F
                || character == 0x061C;
    }

    private static boolean isNone(int character) {
        return (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)
                || (character >= 0xFDD0 && character <= 0xFDEF)
                || (character & 0xFFFE) == 0xFFFE;
    }
}
