package fr.jalon.standalone.factor;

import fr.jalon.events.json.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Codes for the day when the application is lost: each opens once. Each has 60 random bits, so that a plain digest
 * keeps it; a password would need a slow one.
 */
final class RecoveryCodes {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Without the letters and digits that are mistaken for one another. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int HOW_MANY = 10;
    private static final int LETTERS = 12;
    private static final int GROUP = 4;

    private RecoveryCodes() {}

    /** New ones, to be shown once. */
    static List<String> random() {
        return Stream.generate(RecoveryCodes::one).limit(HOW_MANY).toList();
    }

    private static String one() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** What is kept of one, however it was typed. */
    static String digest(String code) {
        String typed = code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        byte[] digest = Sha256.begun().digest(typed.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }
}
