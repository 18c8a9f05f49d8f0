package fr.jalon.standalone.cli.terminal;

import fr.jalon.events.language.Language;
import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The sentences of the command line, in the reader's language. */
public final class Messages {
    private Messages() {}

    public static String say(String key, Object... arguments) {
        Language language = Surroundings.current().language();
        return new MessageFormat(in(language).getString(key), language.locale()).format(arguments);
    }

    /** All of them, help texts included. */
    public static ResourceBundle in(Language language) {
        return ResourceBundle.getBundle(
                "fr.jalon.standalone.cli.messages",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
