package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.language.Language;
import fr.jalon.standalone.JalonCommand.Ended;
import fr.jalon.standalone.cli.Jalon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Command;

/** The commands that documents show, sent in their order as they stand there. */
class DocumentedCommandsTest {
    /** A line of a block, and not of a sentence. */
    private static final Pattern SHOWN = Pattern.compile("(?m)^\\./jalon ((?!demo|test|import|template)[^#\\n]+)");

    private static final Pattern NAMED = Pattern.compile("`([a-z-]+)[^`]*`");
    private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|[^\\s\"])+");
    private static final Pattern FILE = Pattern.compile("[a-z]+\\.(?:txt|json|zip)");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path files;

    @ParameterizedTest
    @CsvSource({"README.md, 3", "docs/api.md, 3", "docs/guide-fr.md, 0"})
    void every_command_that_is_shown_does_what_it_says(String document, int atLeast) throws IOException {
        Terminal terminal = new Terminal(DemoServer.running().address()).in(Language.FRENCH);
        List<String> shown = SHOWN.matcher(Files.readString(Clone.here().root().resolve(document)))
                .results()
                .map(found -> found.group(1).strip())
                .toList();

        assertThat(shown).hasSizeGreaterThanOrEqualTo(atLeast);
        for (String line : shown) {
            Ended ended = terminal.jalon("national", words(line));
            assertThat(ended.code()).as(line + "\n" + ended.error()).isZero();
            assertThat(ended.out() + ended.error()).as(line).isNotEmpty();
        }
    }

    @Test
    void every_command_has_its_place_in_the_readme() throws IOException {
        List<String> shown = Files.readString(Clone.here().root().resolve("README.md"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .flatMap(line -> NAMED.matcher(line.split("\\|", 3)[1]).results())
                .map(found -> found.group(1))
                .toList();
        List<String> all = Jalon.commands().stream()
                .map(command -> command.getAnnotation(Command.class).name())
                .toList();

        assertThat(shown).containsAll(all);
    }

    private String[] words(String line) {
        return WORD.matcher(line)
                .results()
                .map(word -> word.group().replace("\"", ""))
                .map(word -> FILE.matcher(word).matches() ? files.resolve(word).toString() : word)
                .toArray(String[]::new);
    }
}
