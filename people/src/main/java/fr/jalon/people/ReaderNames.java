package fr.jalon.people;

import fr.jalon.events.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a reader is shown in the place of sealed names, in texts that are about to leave: the name, where they may see
 * those of its territory; else the person's id. A person who was erased has no name for anybody.
 */
public final class ReaderNames {
    /** What stands for the name of a person who was erased. */
    public static final String ERASED = "personne effacée";

    /** An object's name, which is left out where it is not shown: the id beside it says who. */
    private static final Pattern MEMBER = Pattern.compile(",\"name\":\"" + SealedName.PATTERN.pattern() + "\"");

    private final NameSeal seal;
    private final Predicate<String> may;
    private final Consumer<String> seen;

    /** @param may of which territories the reader may see the names */
    public ReaderNames(NameSeal seal, Predicate<String> may) {
        this(seal, may, territory -> {});
    }

    /** @param seen is told the territories whose names the reader is shown */
    public ReaderNames(NameSeal seal, Predicate<String> may, Consumer<String> seen) {
        this.seal = seal;
        this.may = may;
        this.seen = seen;
    }

    /** Whether there is any sealed name in a text. */
    public static boolean isIn(String text) {
        return text.contains(SealedName.MARK);
    }

    /** The same of a text in UTF-8. */
    public static boolean isIn(byte[] text) {
        // Of the mark's letters alone, which are the same in both.
        return new String(text, StandardCharsets.ISO_8859_1).contains(SealedName.MARK);
    }

    /** The sealed names in a text. */
    public static List<SealedName> allIn(String text) {
        return isIn(text)
                ? SealedName.PATTERN
                        .matcher(text)
                        .results()
                        .map(found -> SealedName.of(found.group()).orElseThrow())
                        .toList()
                : List.of();
    }

    /** A text without JSON about it, a cell or a sentence. */
    public String in(String text) {
        return in(text, UnaryOperator.identity());
    }

    /**
     * A text of another form.
     *
     * @param written a name as that form writes it
     */
    public String in(String text, UnaryOperator<String> written) {
        return isIn(text) ? shown(text, written) : text;
    }

    /** JSON, of which members that hold no name any more are gone. */
    public String inJson(String json) {
        if (!isIn(json)) {
            return json;
        }
        String fewer = MEMBER.matcher(json).replaceAll(found -> may.test(found.group(1)) ? "$0" : "");
        return shown(fewer, ReaderNames::escaped);
    }

    /** JSON in the form without personal data, the same for everybody and for ever. */
    public static String withoutNames(String json) {
        return isIn(json)
                ? SealedName.PATTERN
                        .matcher(MEMBER.matcher(json).replaceAll(""))
                        .replaceAll("$2")
                : json;
    }

    /** What proves those of these names that the reader may see, by the texts of the sealed ones. */
    public Map<String, Disclosure> disclosed(Collection<SealedName> names) {
        List<SealedName> shown =
                names.stream().filter(name -> may.test(name.territory())).toList();
        shown.stream().map(SealedName::territory).distinct().forEach(seen);
        return seal.disclosed(shown);
    }

    private String shown(String text, UnaryOperator<String> written) {
        Set<SealedName> wanted = new LinkedHashSet<>(allIn(text));
        Map<String, Disclosure> names = disclosed(wanted);
        return SealedName.PATTERN.matcher(text).replaceAll(found -> {
            String shown = may.test(found.group(1)) ? name(names.get(found.group())) : found.group(2);
            return Matcher.quoteReplacement(written.apply(shown));
        });
    }

    private static String name(@Nullable Disclosure disclosure) {
        return disclosure == null ? ERASED : disclosure.name();
    }

    /** As it stands between the quotes of JSON. */
    private static String escaped(String text) {
        String quoted = Json.text(text);
        return quoted.substring(1, quoted.length() - 1);
    }
}
