package fr.jalon.answers;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.label.Labels;
import fr.jalon.events.language.Language;
import fr.jalon.events.language.SaidSum;
import fr.jalon.events.language.Sentences;
import fr.jalon.events.meaning.CompanionKind;
import fr.jalon.events.meaning.FactKind;
import fr.jalon.events.meaning.SubjectKind;
import fr.jalon.events.phrase.DateSayer;
import fr.jalon.events.time.Days;
import fr.jalon.events.time.Effective;
import fr.jalon.events.time.Window;
import fr.jalon.events.timeline.Certainty;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Facts as clauses in one language. A clause begins with an article and names stand in quotes or after words that no
 * name bends, so that it is correct whatever a thing is called.
 */
final class Wording {
    static final Wording FRENCH = new Wording(Language.FRENCH);
    static final Wording ENGLISH = new Wording(Language.ENGLISH);
    private static final Pattern VOWEL = Pattern.compile("(?i)[aeiouœæ].*");
    private static final Pattern CONTRACTED = Pattern.compile("(?i)les? .*");
    private static final Pattern AMBIGUOUS = Pattern.compile("(?i)[hy].*");
    /** What is too long for a sentence. */
    private static final Set<String> LONG = Set.of("description", "question", "type", "status");

    private final Locale locale;
    private final Sentences patterns;
    private final Labels labels;
    private final DateSayer days;

    private Wording(Language language) {
        this.locale = language.locale();
        this.patterns = Sentences.of(Wording.class, "sentences", language);
        this.labels = Labels.in(locale);
        this.days = DateSayer.in(language);
    }

    /** A pattern filled in. */
    String say(String pattern, String... given) {
        return patterns.say(pattern, (Object[]) given);
    }

    /** That a fact is so, was so, began or ended. */
    String clause(String move, Fact fact) {
        return clause(move, fact, "");
    }

    /** That a fact is or was perhaps so, after a conjunction. */
    String perhaps(String move, Fact fact) {
        return clause(move, fact, patterns.words("within.perhaps"));
    }

    private String clause(String move, Fact fact, String perhaps) {
        ObjectNode value = fact.value();
        SubjectKind kind = fact.subject().kind();
        List<String> names = names(kind, value);
        return say(pattern(move, kind, value), names.get(0), names.get(1), rest(kind, value), perhaps);
    }

    /** What a subject is called, in two parts. */
    private List<String> names(SubjectKind kind, ObjectNode value) {
        List<String> names = new ArrayList<>();
        naming(kind).forEach(name -> names.add(name.equals("type") ? type(value) : text(name, value.path(name))));
        while (names.size() < 2) {
            names.add("");
        }
        return names;
    }

    /** A figure may be known by its trend alone, and of a perimeter no département. */
    private String pattern(String move, SubjectKind kind, ObjectNode value) {
        String pattern = move + "." + kind.code();
        boolean lacksMost = (kind == FactKind.FIGURE && !value.has("value"))
                || (kind == FactKind.PERIMETER && !value.has("departments"));
        String spare = pattern + ".spare";
        return lacksMost && patterns.has(spare) ? spare : pattern;
    }

    /**
     * The handing over of the coordination from one to another, where it is certain with its days; of anything else,
     * what was and what is.
     */
    String passed(Fact before, Fact after) {
        SubjectKind kind = before.subject().kind();
        String pattern = "passed." + kind.code();
        if (!patterns.has(pattern)) {
            return say("changed", clause("held", before), clause("holds", after));
        }
        String name = naming(kind).getFirst();
        String passed = say(
                pattern,
                bent("from", text(name, before.value().path(name))),
                bent("to", text(name, after.value().path(name))));
        return after.since() == null || after.certainty() != Certainty.CERTAIN
                ? passed
                : say("passed.when", passed, within(after.since()));
    }

    /** A beginning or an end, as it is written in the register. */
    String within(String date) {
        return days.within(Effective.parse(date).start());
    }

    /** That a beginning or an end, {@code since} or {@code until}, is another, where it is. */
    String dateMoved(String told, String which, @Nullable String before, @Nullable String after) {
        return Objects.equals(before, after) ? told : say(which, told, within(which, before), within(which, after));
    }

    private String within(String which, @Nullable String date) {
        return date == null ? say(which + ".unknown") : within(date);
    }

    /** What an entry of this type, which tells this, does on its day. */
    String deed(EntryType type, Fact told) {
        SubjectKind kind = told.subject().kind();
        List<String> names = names(kind, told.value());
        return say("deed." + type.name(), names.get(0), names.get(1), rest(kind, told.value()));
    }

    /** What an announcement announces. */
    String type(ObjectNode announcement) {
        return EntryType.named(announcement.path("type").asString(""))
                .map(labels::of)
                .orElse("");
    }

    /**
     * All that a value tells beside what its subject is called, in brackets. In the order of the attributes' names, as
     * a value from the read models has another order than one from the fold, and the sentence must not.
     */
    String details(SubjectKind kind, ObjectNode value) {
        List<String> details = value.propertyNames().stream()
                .sorted()
                .filter(attribute -> !LONG.contains(attribute) && !naming(kind).contains(attribute))
                .map(attribute -> detail(attribute, value.path(attribute)))
                .toList();
        return details.isEmpty() ? "" : say("details", String.join(patterns.words("between.details"), details));
    }

    private String detail(String attribute, JsonNode node) {
        return attribute.equals(Sight.HIDDEN)
                ? patterns.words("detail.amount-hidden")
                : say("detail", labels.attribute(attribute).toLowerCase(locale), text(attribute, node));
    }

    /** The days among which one is; said so, or so. */
    String window(String saying, Window window) {
        boolean from = Days.isBounded(window.earliest());
        boolean to = Days.isBounded(window.latest());
        if (window.earliest().equals(window.latest())) {
            return say(saying + ".day", day(window.earliest()));
        }
        if (from && to) {
            return say(saying + ".between", day(window.earliest()), day(window.latest()));
        }
        return from ? say(saying + ".from", day(window.earliest())) : say(saying + ".until", day(window.latest()));
    }

    String day(LocalDate day) {
        String text = DateTimeFormatter.ofPattern("d MMMM uuuu", locale).format(day);
        return locale.equals(Locale.FRENCH) && day.getDayOfMonth() == 1 ? text.replaceFirst("1", "1ᵉʳ") : text;
    }

    /** A clause as a sentence. */
    String sentence(String clause) {
        int first = clause.offsetByCodePoints(0, 1);
        return clause.substring(0, first).toUpperCase(locale) + clause.substring(first) + ".";
    }

    /** The attributes that name a subject. */
    private static List<String> naming(SubjectKind kind) {
        return switch (kind) {
            case FactKind fact -> naming(fact);
            case CompanionKind.NAME -> List.of("name");
            case CompanionKind.OUTLOOK -> List.of("type");
        };
    }

    private static List<String> naming(FactKind kind) {
        return switch (kind) {
            case PERIMETER -> List.of("departments");
            case PROGRAMME -> List.of("programme");
            case WORKSITE -> List.of("worksite", "programme");
            case FIGURE -> List.of("indicator", "programme");
            case COORDINATION_CARRIER -> List.of("carrier");
            case COORDINATOR -> List.of("person");
            case TEAM -> List.of("position");
            case RECRUITMENT -> List.of("recruitment");
            case FUNDING -> List.of("funding");
            case FUNDING_GAP -> List.of("gap");
            case SUPPORT -> List.of("institution", "programme");
            case POLICY -> List.of("policy");
            case PARTNERSHIP -> List.of("partner", "topic");
            case PROJECT -> List.of("project");
            case STUDY -> List.of("study");
            case WATCHPOINT -> List.of("watchpoint");
            case MEETING -> List.of("meeting");
        };
    }

    private String rest(SubjectKind kind, ObjectNode value) {
        return switch (kind) {
            case FactKind.FIGURE -> figure(value);
            case FactKind.SUPPORT -> text("stance", value.path("stance"));
            case FactKind ignored -> details(kind, value);
            case CompanionKind ignored -> details(kind, value);
        };
    }

    private String figure(ObjectNode value) {
        String number = value.path("value").asString("");
        String unit = value.path("unit").asString("");
        String amount = (number + " " + (number.isEmpty() ? unit : labels.unit(new BigDecimal(number), unit))).strip();
        String trend = text("trend", value.path("trend"));
        return Stream.of(amount, trend)
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining(patterns.words("between.details")));
    }

    private String text(String attribute, JsonNode node) {
        if (node.isArray()) {
            return String.join(
                    patterns.words("between.details"),
                    node.valueStream().map(item -> text(attribute, item)).toList());
        }
        if (node.isObject()) {
            return node.has("currency")
                    ? SaidSum.of(
                            node.path("value").stringValue(),
                            node.path("currency").stringValue(),
                            Language.of(locale))
                    : node.path("name").asString(node.path("id").asString(""));
        }
        String text = node.asString("");
        String said = labels.value(attribute, text);
        return said.equals(text) || Labels.isNamed(attribute) ? said : said.toLowerCase(locale);
    }

    /**
     * A name after a preposition: elided before a vowel; in quotes where it would contract, or may or may not elide.
     */
    private String bent(String preposition, String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD);
        String elided = preposition + ".vowel";
        boolean elides = patterns.has(elided);
        if (CONTRACTED.matcher(plain).matches()
                || (elides && AMBIGUOUS.matcher(plain).matches())) {
            return say(preposition + ".quoted", name);
        }
        return elides && VOWEL.matcher(plain).matches() ? say(elided, name) : say(preposition + ".other", name);
    }
}
