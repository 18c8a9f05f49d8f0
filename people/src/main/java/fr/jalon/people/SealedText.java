package fr.jalon.people;

import fr.jalon.events.json.EntryJson;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A free text as it is recorded: nobody reads it without the one key that it has. It stands wherever the text would,
 * like a {@link SealedName}.
 *
 * @param territory in whose register it was recorded
 * @param way to its key among those of that territory: hexadecimal digits, which tell nothing of the text
 * @param digest what proves the text to whoever is told it, base64url: of its {@link Disclosure}
 * @param ciphertext the text under its key, base64url
 */
public record SealedText(String territory, String way, String digest, String ciphertext) {
    /** What every one begins with, and no text that anybody sends may hold. */
    public static final String MARK = EntryJson.SEALED_TEXT;

    static final Pattern PATTERN = Pattern.compile(
            MARK + "([a-z0-9]+(?:-[a-z0-9]+)*):([0-9a-f]{" + KeyTree.STEPS + "}):([\\w-]{43}):([\\w-]+)");

    /** One that is written so; nothing where it is not. */
    public static Optional<SealedText> of(String text) {
        Matcher whole = PATTERN.matcher(text);
        return text.startsWith(MARK) && whole.matches() ? Optional.of(in(whole)) : Optional.empty();
    }

    /** The one that was just found in a text. */
    static SealedText in(Matcher found) {
        return new SealedText(found.group(1), found.group(2), found.group(3), found.group(4));
    }

    /** What stands for it in the form without personal data, whatever becomes of its key. */
    public String commitment() {
        return commitment(digest);
    }

    static String commitment(String digest) {
        return "sha-256:" + digest;
    }

    @Override
    public String toString() {
        return MARK + territory + ":" + way + ":" + digest + ":" + ciphertext;
    }
}
