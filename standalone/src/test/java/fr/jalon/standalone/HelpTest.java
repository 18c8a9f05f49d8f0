package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.language.Language;
import fr.jalon.standalone.JalonCommand.Ended;
import fr.jalon.standalone.cli.terminal.Messages;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The help of every command, in both languages. */
class HelpTest {
    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z][a-z-]+) {2,}\\S");

    /** An option or a parameter, and what is said of it, there or on the next line. */
    private static final Pattern UNTOLD =
            Pattern.compile("(?m)^ {2,}(?:-\\w, )?(?:--\\S+|[A-ZÉ]{2,}) *$(?!\\n {20,}\\S)");

    private static final Pattern WORDS = Pattern.compile("\\p{Ll}{2,} .*\\p{Ll}{2,} .*\\p{Ll}{2,}");

    private static String help(Language language, String... command) {
        Ended ended = Terminal.alone()
                .in(language)
                .jalon(
                        "",
                        Stream.concat(Stream.of(command), Stream.of("--help")).toArray(String[]::new));
        assertThat(ended.code()).as(ended.error()).isZero();
        return ended.out();
    }

    private static List<String> commands() {
        return COMMAND.matcher(help(Language.ENGLISH))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void both_languages_have_the_same_sentences() {
        assertThat(commands()).hasSizeGreaterThan(20);
        assertThat(Messages.in(Language.FRENCH).keySet())
                .isEqualTo(Messages.in(Language.ENGLISH).keySet());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_command_says_what_it_does_and_what_each_of_its_options_means(Language language) {
        for (String command : commands()) {
            String help = help(language, command);
            assertThat(help.lines().findFirst().orElse("")).as(command).matches("(?!Usage)\\p{Lu}.*");
            assertThat(UNTOLD.matcher(help.substring(help.indexOf("\n\n")))
                            .results()
                            .map(found -> found.group()))
                    .as(command)
                    .isEmpty();
            assertThat(help)
                    .as(command)
                    .doesNotContain("${", "<")
                    .contains(language == Language.FRENCH ? "Codes de retour" : "Exit codes");
        }
    }

    @Test
    void no_line_of_help_is_in_the_other_language() {
        for (String command : commands()) {
            List<String> english = told(help(Language.ENGLISH, command));
            assertThat(told(help(Language.FRENCH, command))).as(command).doesNotContainAnyElementsOf(english);
        }
    }

    /** What stands in words. */
    private static List<String> told(String help) {
        return help.lines()
                .map(line ->
                        line.replaceFirst("^ +(?:-\\w, )?(?:--?\\S+)? {2,}", "").strip())
                .filter(line -> WORDS.matcher(line).find())
                .toList();
    }

    @Test
    void the_language_is_the_options_or_else_the_environments() {
        assertThat(Terminal.alone().jalon("", "--lang", "fr", "status").error()).contains("Il manque : TERRITOIRE");
        assertThat(Terminal.alone()
                        .in(Language.FRENCH)
                        .jalon("", "status", "--lang=en")
                        .error())
                .contains("Missing: TERRITORY");
        Ended ended = Terminal.alone().jalon("", "--lang", "de", "types");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.error()).contains("“de” is none for --lang");
    }

    @Test
    void a_wrong_line_says_what_is_near_and_where_help_is() {
        Ended ended = Terminal.alone().in(Language.FRENCH).jalon("", "statuts");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.error()).contains("status", "jalon --help");
        assertThat(Terminal.alone()
                        .in(Language.FRENCH)
                        .jalon("", "export", "--format=pdf")
                        .error())
                .contains("ndjson, csv, xlsx, ods");
    }
}
