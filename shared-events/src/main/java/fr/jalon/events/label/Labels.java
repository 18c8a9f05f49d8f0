package fr.jalon.events.label;

import fr.jalon.events.entry.Code;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.json.Field;
import fr.jalon.events.json.Form;
import fr.jalon.events.json.Shape;
import fr.jalon.events.language.Language;
import fr.jalon.events.language.Sentences;
import fr.jalon.events.meaning.SubjectKind;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of the vocabulary in one language: French, or English for any other. */
public final class Labels {
    /** The values of closed lists, by attribute and code. Lists that share an attribute share no code. */
    private static final Map<String, Map<String, Code>> LISTED = listed();

    /** The attributes that say yes or no. */
    private static final Set<String> FLAGS = EntryType.all().stream()
            .flatMap(type -> Shape.of(type.form()).fields().stream())
            .filter(field -> field.form() instanceof Form.Flag)
            .map(Field::name)
            .collect(Collectors.toUnmodifiableSet());

    private static final ResourceBundle DEPARTMENTS =
            ResourceBundle.getBundle(Labels.class.getPackageName() + ".departments", Locale.ROOT);

    private final Language language;
    private final Sentences labels;
    private final Sentences topics;

    private Labels(Language language) {
        this.language = language;
        this.labels = Sentences.of(Labels.class, "labels", language);
        this.topics = Sentences.of(Labels.class, "topics", language);
    }

    public static Labels in(Locale locale) {
        return new Labels(Language.of(locale));
    }

    public String of(EntryType type) {
        return labels.words("type." + type.name());
    }

    public String of(SubjectKind kind) {
        return labels.words("subject." + kind.code());
    }

    /** A value of a closed list. */
    public String of(Code value) {
        return labels.words("value." + ((Enum<?>) value).getDeclaringClass().getSimpleName() + "." + value.code());
    }

    /** What a number counts, as many as it says; a unit that somebody made for themselves as it stands. */
    public String unit(BigDecimal number, String unit) {
        BigDecimal many = number.abs();
        boolean isOne = switch (language) {
            case FRENCH -> many.compareTo(BigDecimal.TWO) < 0;
            case ENGLISH -> many.compareTo(BigDecimal.ONE) == 0;
        };
        String one = "unit." + unit + ".one";
        return isOne && labels.has(one) ? labels.words(one) : value("unit", unit);
    }

    /**
     * What an attribute says: the label of a value of a closed list or of a yes or no, the name of a département, of a
     * topic or of a unit, and any other text as it stands.
     */
    public String value(String attribute, String text) {
        if (FLAGS.contains(attribute)) {
            return flag(text);
        }
        return switch (attribute) {
            case "department", "departments" ->
                DEPARTMENTS.containsKey(text) ? DEPARTMENTS.getString(text) + " (" + text + ")" : text;
            case "unit" -> labels.has("unit." + text) ? labels.words("unit." + text) : text;
            case "topic" -> topics.has(text) ? topics.words(text) : text;
            case String listed -> {
                Code value = LISTED.getOrDefault(listed, Map.of()).get(text);
                yield value == null ? text : of(value);
            }
        };
    }

    /** Whether what an attribute says is a name, which no sentence bends. */
    public static boolean isNamed(String attribute) {
        return attribute.equals("department") || attribute.equals("departments");
    }

    /** A yes or no, by {@code true} or {@code false}. */
    public String flag(String text) {
        return labels.words("flag." + text);
    }

    /** What a common topic is called; null for any other, which anybody may make. */
    public @Nullable String topic(String topic) {
        return labels.has("topic." + topic) ? labels.words("topic." + topic) : null;
    }

    /** The topics that have a label. */
    public Set<String> topics() {
        return labels.keys().stream()
                .filter(key -> key.startsWith("topic."))
                .map(key -> key.substring("topic.".length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The family a type belongs to. */
    public String family(EntryType type) {
        return labels.words("family." + type.family());
    }

    /** The name of a field, whether an entry's own, its header's or of what stands inside it. */
    public String attribute(String name) {
        return labels.words("attribute." + name);
    }

    private static Map<String, Map<String, Code>> listed() {
        Map<String, Map<String, Code>> listed = new HashMap<>();
        for (EntryType type : EntryType.all()) {
            for (Field field : Shape.of(type.form()).fields()) {
                if (field.form() instanceof Form.Choice(Map<String, Code> values)) {
                    listed.computeIfAbsent(field.name(), none -> new HashMap<>())
                            .putAll(values);
                }
            }
        }
        return listed;
    }
}
