package fr.jalon.people;

import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import fr.jalon.events.language.Language;
import fr.jalon.events.language.Withheld;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a reader is shown in the place of sealed names and texts, in texts that are about to leave: the name, where they
 * may see those of its territory, else the person's id; the free text. A person who was erased has no name for anybody,
 * one whose name is limited has one for few; a text that was redacted nobody reads.
 */
public final class ReaderNames {
    /** What every mark begins with. */
    private static final String MARK = "jalon-";

    /** An object's name, which is left out where it is not shown: the id beside it says who. */
    private static final Pattern MEMBER = Pattern.compile(",\"name\":\"" + SealedName.PATTERN.pattern() + "\"");

    private final NameSeal seal;
    private final Predicate<String> may;
    private final Consumer<String> seen;
    private final boolean areTextsShown;
    private final boolean areLimitedShown;
    private final Language language;

    /** @param may of which territories the reader may see the names */
    public ReaderNames(NameSeal seal, Predicate<String> may) {
        this(seal, may, territory -> {});
    }

    /** @param seen is told the territories whose names the reader is shown */
    public ReaderNames(NameSeal seal, Predicate<String> may, Consumer<String> seen) {
        this(seal, may, seen, true, false, Language.FRENCH);
    }

    private ReaderNames(
            NameSeal seal,
            Predicate<String> may,
            Consumer<String> seen,
            boolean areTextsShown,
            boolean areLimitedShown,
            Language language) {
        this.seal = seal;
        this.may = may;
        this.seen = seen;
        this.areTextsShown = areTextsShown;
        this.areLimitedShown = areLimitedShown;
        this.language = language;
    }

    /** Whoever asks for the form without personal data. */
    public static ReaderNames ofIds(NameSeal seal) {
        return new ReaderNames(seal, territory -> false, territory -> {}, false, false, Language.FRENCH);
    }

    /** The same reader, told in this language what they are not shown. */
    public ReaderNames told(Language other) {
        return new ReaderNames(seal, may, seen, areTextsShown, areLimitedShown, other);
    }

    /** The same reader, who may read limited names too, or may not. */
    public ReaderNames shownLimited(boolean isShown) {
        return new ReaderNames(seal, may, seen, areTextsShown, isShown, language);
    }

    /** Whether there is anything sealed in a text. */
    public static boolean isIn(String text) {
        return EntryJson.isSealed(text);
    }

    /** The same of a text in UTF-8. */
    public static boolean isIn(byte[] text) {
        // Of the marks' letters alone, which are the same in both.
        return isIn(new String(text, StandardCharsets.ISO_8859_1));
    }

    /** The sealed names in a text. */
    public static List<SealedName> allIn(String text) {
        return find(text).stream()
                .flatMap(found -> Stream.ofNullable(found.name))
                .toList();
    }

    /** The sealed texts in a text. */
    public static List<SealedText> textsIn(String text) {
        return find(text).stream()
                .flatMap(found -> Stream.ofNullable(found.text))
                .toList();
    }

    /** Where a sealed name or a sealed text stands. */
    private record Found(
            int from,
            int to,
            @Nullable SealedName name,
            @Nullable SealedText text) {}

    private static List<Found> find(String text) {
        int at = text.indexOf(MARK);
        if (at < 0) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        Matcher ofName = SealedName.PATTERN.matcher(text);
        Matcher ofText = SealedText.PATTERN.matcher(text);
        while (at >= 0) {
            int next = at + MARK.length();
            if (ofText.region(at, text.length()).lookingAt()) {
                next = ofText.end();
                found.add(new Found(at, next, null, SealedText.in(ofText)));
            } else if (ofName.region(at, text.length()).lookingAt()) {
                next = ofName.end();
                found.add(new Found(at, next, SealedName.in(ofName), null));
            }
            at = text.indexOf(MARK, next);
        }
        return found;
    }

    private static String replaced(
            String text,
            List<Found> found,
            Function<SealedName, String> name,
            Function<SealedText, String> sealedText) {
        StringBuilder whole = new StringBuilder(text.length());
        int from = 0;
        for (Found each : found) {
            whole.append(text, from, each.from)
                    .append(
                            each.name != null
                                    ? name.apply(each.name)
                                    : sealedText.apply(Objects.requireNonNull(each.text)));
            from = each.to;
        }
        return whole.append(text, from, text.length()).toString();
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
        String fewer = json.contains(SealedName.MARK)
                ? MEMBER.matcher(json).replaceAll(found -> may.test(found.group(1)) ? "$0" : "")
                : json;
        return shown(fewer, ReaderNames::escaped);
    }

    /** A value of JSON likewise. */
    public ObjectNode in(ObjectNode value) {
        String json = Json.text(value);
        return isIn(json) ? (ObjectNode) Json.parse(inJson(json)) : value;
    }

    /** JSON in the form without personal data, the same for everybody and for ever. */
    public static String withoutNames(String json) {
        return isIn(json) ? replaced(MEMBER.matcher(json).replaceAll("")) : json;
    }

    private static String replaced(String fewer) {
        return replaced(fewer, find(fewer), SealedName::person, SealedText::commitment);
    }

    /**
     * JSON as somebody reads it who was given disclosures and has no key: each text that one of them opens, ids in the
     * place of names.
     *
     * @throws IllegalArgumentException if one of them opens none of these texts: it was altered, or is of another entry
     */
    public static String disclosed(String json, Collection<String> disclosures, Language language) {
        Set<String> committed = textsIn(json).stream().map(SealedText::digest).collect(Collectors.toSet());
        Map<String, String> texts = new HashMap<>();
        for (String each : disclosures) {
            String digest = Disclosure.digest(each);
            if (!committed.contains(digest)) {
                throw new IllegalArgumentException("nothing here commits to " + digest);
            }
            texts.put(
                    digest,
                    Disclosure.parse(each)
                            .orElseThrow(IllegalArgumentException::new)
                            .name());
        }
        String fewer = MEMBER.matcher(json).replaceAll("");
        String redacted = Withheld.REDACTED_TEXT.in(language);
        return replaced(
                fewer, find(fewer), SealedName::person, text -> escaped(texts.getOrDefault(text.digest(), redacted)));
    }

    /** JSON with those free texts that can be opened, between its quotes; the others stay sealed, and so do names. */
    static String opened(String json, Function<SealedText, @Nullable Disclosure> opener) {
        return isIn(json)
                ? replaced(json, find(json), SealedName::toString, found -> {
                    Disclosure disclosure = opener.apply(found);
                    return disclosure == null ? found.toString() : escaped(disclosure.name());
                })
                : json;
    }

    /** What proves those of these names that the reader may see, by the texts of the sealed ones. */
    public Map<String, Disclosure> disclosed(Collection<SealedName> names) {
        NameSeal.Opened opened = opened(names);
        return areLimitedShown ? opened.disclosures() : opened.unlessLimited(names);
    }

    private NameSeal.Opened opened(Collection<SealedName> names) {
        List<SealedName> shown =
                names.stream().filter(name -> may.test(name.territory())).toList();
        shown.stream().map(SealedName::territory).distinct().forEach(seen);
        return shown.isEmpty() ? NameSeal.Opened.NONE : seal.opened(shown);
    }

    /** What proves those of these texts that can still be read, likewise. */
    public Map<SealedText, Disclosure> textsDisclosed(Collection<SealedText> texts) {
        return areTextsShown && !texts.isEmpty() ? seal.textsDisclosed(texts) : Map.of();
    }

    private String shown(String text, UnaryOperator<String> written) {
        List<Found> found = find(text);
        Set<SealedName> ofNames = new LinkedHashSet<>();
        Set<SealedText> ofTexts = new LinkedHashSet<>();
        for (Found each : found) {
            if (each.name != null) {
                ofNames.add(each.name);
            } else {
                ofTexts.add(Objects.requireNonNull(each.text));
            }
        }
        NameSeal.Opened names = opened(ofNames);
        Map<SealedText, Disclosure> texts = textsDisclosed(ofTexts);
        return replaced(
                text,
                found,
                name -> written.apply(may.test(name.territory()) ? told(name, names) : name.person()),
                each -> written.apply(
                        areTextsShown ? orElse(texts.get(each), Withheld.REDACTED_TEXT) : each.commitment()));
    }

    private String told(SealedName name, NameSeal.Opened names) {
        return !areLimitedShown && names.limited().contains(name.person())
                ? Withheld.LIMITED_NAME.in(language)
                : orElse(names.disclosures().get(name.toString()), Withheld.ERASED_NAME);
    }

    private String orElse(@Nullable Disclosure disclosure, Withheld otherwise) {
        return disclosure == null ? otherwise.in(language) : disclosure.name();
    }

    /** As it stands between the quotes of JSON. */
    private static String escaped(String text) {
        String quoted = Json.text(text);
        return quoted.substring(1, quoted.length() - 1);
    }
}
