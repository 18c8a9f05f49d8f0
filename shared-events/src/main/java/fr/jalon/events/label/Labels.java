package fr.jalon.events.label;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.timeline.SubjectKind;
import java.util.Locale;
import java.util.ResourceBundle;

/** The labels of one language: French, or English for any other. */
public final class Labels {
    private final ResourceBundle bundle;

    private Labels(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    public static Labels in(Locale locale) {
        Locale known = locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
        return new Labels(ResourceBundle.getBundle(
                "fr.jalon.events.label.labels",
                known,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    public String of(EntryType type) {
        return bundle.getString("type." + type.name());
    }

    public String of(SubjectKind kind) {
        return bundle.getString("subject." + kind.code());
    }
}
