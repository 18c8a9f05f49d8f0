package fr.jalon.standalone.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of the command line, in the language of the terminal: French, or else English. */
final class Messages {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle(
            "fr.jalon.standalone.cli.messages",
            Locale.getDefault(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private Messages() {}

    static String say(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.getDefault()).format(arguments);
    }
}
