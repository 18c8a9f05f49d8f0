package fr.jalon.standalone.cli;

import fr.jalon.events.language.Language;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code --lang}: looked for before the line is read, as whatever is wrong with it is said in that language. */
public final class SpokenOption implements ITypeConverter<Language> {
    public static final String NAME = "--lang";

    static Optional<Language> in(String... arguments) {
        return IntStream.range(0, arguments.length)
                .filter(i -> arguments[i].startsWith(NAME))
                .mapToObj(i -> arguments[i].startsWith(NAME + "=")
                        ? arguments[i].substring(NAME.length() + 1)
                        : arguments[Math.min(i + 1, arguments.length - 1)])
                .flatMap(name -> language(name).stream())
                .findFirst();
    }

    private static Optional<Language> language(String name) {
        return Arrays.stream(Language.values())
                .filter(language -> language.locale().getLanguage().equals(name))
                .findFirst();
    }

    @Override
    public Language convert(String name) {
        return language(name).orElseThrow(() -> new TypeConversionException(name));
    }
}
