package fr.jalon.tables.column;

import fr.jalon.events.entry.Slug;
import fr.jalon.events.language.Folded;
import java.util.regex.Pattern;

/** The id that is made of a name: its letters and digits without accents, in lower case, and hyphens between words. */
public final class Ids {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");

    private Ids() {}

    /** Empty where the name has neither a letter nor a digit that an id may have. */
    public static String of(String name) {
        String id = BETWEEN_WORDS.matcher(Folded.of(name)).replaceAll("-");
        String cut = id.substring(id.startsWith("-") ? 1 : 0);
        cut = cut.substring(0, Math.min(Slug.MAX_LENGTH, cut.length()));
        return cut.endsWith("-") ? cut.substring(0, cut.length() - 1) : cut;
    }
}
