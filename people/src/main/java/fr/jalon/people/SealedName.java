package fr.jalon.people;

import fr.jalon.events.json.EntryJson;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person's name as it is recorded: nobody reads it without that person's key. It is a text that stands wherever the
 * name would, in events, read models and sentences, so that what has no key to it has no name to leak.
 *
 * @param territory in whose register it was recorded: who may see it depends on that
 * @param person whose name it is, a slug
 * @param digest what proves the name to whoever is told it, base64url: of its {@link Disclosure}
 * @param ciphertext the name under the person's key, base64url
 */
public record SealedName(String territory, String person, String digest, String ciphertext) {
    /** What every one begins with, and no text that anybody sends may hold. */
    public static final String MARK = EntryJson.SEALED_NAME;

    private static final String SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*";
    static final Pattern PATTERN =
            Pattern.compile(MARK + "(" + SLUG + "):(" + SLUG + "):([A-Za-z0-9_-]{43}):([A-Za-z0-9_-]+)");

    /** One that is written so; nothing where it is not. */
    public static Optional<SealedName> of(String text) {
        Matcher whole = PATTERN.matcher(text);
        return text.startsWith(MARK) && whole.matches() ? Optional.of(in(whole)) : Optional.empty();
    }

    /** The one that was just found in a text. */
    static SealedName in(Matcher found) {
        return new SealedName(found.group(1), found.group(2), found.group(3), found.group(4));
    }

    @Override
    public String toString() {
        return MARK + territory + ":" + person + ":" + digest + ":" + ciphertext;
    }
}
