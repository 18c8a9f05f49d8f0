package fr.jalon.events.label;

import fr.jalon.events.entry.Code;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.timeline.SubjectKind;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the vocabulary in one language: French, or English for any other. */
public final class Labels {
    private final ResourceBundle labels;

    private Labels(ResourceBundle labels) {
        this.labels = labels;
    }

    public static Labels in(Locale locale) {
        Locale known = locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
        return new Labels(ResourceBundle.getBundle(
                "fr.jalon.events.label.labels",
                known,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    public String of(EntryType type) {
        return labels.getString("type." + type.name());
    }

    public String of(SubjectKind kind) {
        return labels.getString("subject." + kind.code());
    }

    /** A value of a closed list. */
    public String of(Code value) {
        return labels.getString("value." + ((Enum<?>) value).getDeclaringClass().getSimpleName() + "." + value.code());
    }

    /** The family a type belongs to. */
    public String family(EntryType type) {
        return labels.getString("family." + type.family());
    }

    /** The name of a field, whether an entry's own, its header's or of what stands inside it. */
    public String attribute(String name) {
        return labels.getString("attribute." + name);
    }
}
