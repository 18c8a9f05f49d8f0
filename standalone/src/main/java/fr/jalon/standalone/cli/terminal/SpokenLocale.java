package fr.jalon.standalone.cli.terminal;

import fr.jalon.events.language.Language;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the environment says of the reader's language, by its names alone: whether the machine has made such a locale
 * does not matter.
 */
record SpokenLocale(String name) {
    static SpokenLocale of(Map<String, String> environment) {
        return new SpokenLocale(Stream.of("JALON_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
                .map(environment::get)
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse(""));
    }

    Language language() {
        return Language.of(Locale.of(name.split("[_.@-]", 2)[0].toLowerCase(Locale.ROOT)));
    }

    /** The one that is named after a point, or else UTF-8. */
    Charset charset() {
        String codeset =
                name.contains(".") ? name.substring(name.indexOf('.') + 1).replaceFirst("@.*", "") : "";
        try {
            return codeset.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(codeset);
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
