package fr.jalon.events.said;

import fr.jalon.events.entry.Code;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.Status;
import fr.jalon.events.json.Field;
import fr.jalon.events.json.Shape;
import fr.jalon.events.label.Labels;
import fr.jalon.events.language.Language;
import fr.jalon.events.language.SaidSum;
import fr.jalon.events.language.Sentences;
import fr.jalon.events.meaning.SubjectKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The vocabulary in the reader's language; a word that only a newer server knows is shown as it came. */
public final class AnswerWords {
    /** What stands where an amount is that is not for the reader. */
    public static final String AMOUNT_HIDDEN = "amountHidden";

    private static final AnswerWords FRENCH = new AnswerWords(Language.FRENCH);
    private static final AnswerWords ENGLISH = new AnswerWords(Language.ENGLISH);
    private static final String BETWEEN = " · ";

    /** What each type tells, in its own order: who and what come first. */
    private static final List<List<String>> ORDERS = EntryType.all().stream()
            .map(type ->
                    Shape.of(type.form()).fields().stream().map(Field::name).toList())
            .toList();

    private final Language language;
    private final Labels labels;
    private final Sentences sentences;

    private AnswerWords(Language language) {
        this.language = language;
        this.labels = Labels.in(language.locale());
        this.sentences = Sentences.of(AnswerWords.class, "said", language);
    }

    public static AnswerWords in(Language language) {
        return switch (language) {
            case FRENCH -> FRENCH;
            case ENGLISH -> ENGLISH;
        };
    }

    public String type(String name) {
        return EntryType.named(name).map(labels::of).orElse(name);
    }

    public String subject(String code) {
        return SubjectKind.all().stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .map(labels::of)
                .orElse(code);
    }

    /** Whether it is so, or only announced. */
    public String status(String code) {
        return Arrays.stream(Status.values())
                .filter(status -> status.code().equals(code))
                .findFirst()
                .map(labels::of)
                .orElse(code);
    }

    /** A value of a closed list. */
    public String of(Code value) {
        return labels.of(value);
    }

    /** An attribute's name; one that has none here as it came. */
    public String attribute(String name) {
        try {
            return labels.attribute(name.equals(AMOUNT_HIDDEN) ? "amount" : name);
        } catch (MissingResourceException newer) {
            return name;
        }
    }

    /** What is called by labels. */
    public String label(Function<Labels, String> called) {
        return called.apply(labels);
    }

    /** The sentence that an answer brings in both languages. */
    public String sentence(JsonNode told) {
        return told.path("sentence").path(language()).asString("");
    }

    /** The reader's language as answers name it. */
    public String language() {
        return language.locale().getLanguage();
    }

    /** What a value's attributes say, who and what first. */
    public String value(JsonNode value) {
        return said(value, Set.of());
    }

    /** The same without some of them. */
    public String said(JsonNode value, Set<String> left) {
        return inOrder(Set.copyOf(value.propertyNames()))
                .filter(attribute -> !left.contains(attribute))
                .map(attribute -> shown(attribute, value.path(attribute)))
                .filter(said -> !said.isBlank())
                .collect(Collectors.joining(BETWEEN));
    }

    /** One attribute as it is shown: things by their names. */
    public String shown(String attribute, JsonNode node) {
        if (attribute.equals(AMOUNT_HIDDEN)) {
            return sentences.words("amount.hidden");
        }
        if (node.isArray()) {
            return node.valueStream().map(item -> shown(attribute, item)).collect(Collectors.joining(" + "));
        }
        if (!node.isObject()) {
            return labels.value(attribute, node.asString(""));
        }
        JsonNode name = node.path("name").isMissingNode() ? node.path("id") : node.path("name");
        return name.isString() ? name.stringValue() : amount(node);
    }

    /** In the order of the type that tells most of them; what it does not tell comes last. */
    private static Stream<String> inOrder(Set<String> attributes) {
        List<String> order = new ArrayList<>(ORDERS.stream()
                .max(Comparator.comparingLong(
                        names -> names.stream().filter(attributes::contains).count()))
                .orElseThrow());
        attributes.stream().sorted().filter(name -> !order.contains(name)).forEach(order::add);
        return order.stream().filter(attributes::contains);
    }

    private String amount(JsonNode node) {
        return node.has("value") && node.has("currency")
                ? sum(node.path("value").asString(""), node.path("currency").asString(""))
                : "";
    }

    /** Where an entry stands in its register. */
    public String position(JsonNode item) {
        return sentences.say("entry.position", item.path("position").asString(""));
    }

    /** A sum of a currency. */
    public String sum(String value, String currency) {
        return SaidSum.of(value, currency, language);
    }
}
