package fr.jalon.standalone.cli.operating;

import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Surroundings;
import fr.jalon.standalone.cli.terminal.Trouble;
import fr.jalon.web.account.PasswordRule;
import java.io.Console;
import java.util.Objects;

/**
 * A password that somebody chooses: typed unseen, or by standard input; never by the command line, which is for all to
 * read.
 */
final class ChosenPassword {
    private ChosenPassword() {}

    /** One that breaks no rule. */
    static String ask() {
        Console console = Surroundings.current().console();
        String password = console == null ? line() : typed(console);
        PasswordRule.brokenBy(password).ifPresent(ChosenPassword::refuse);
        return password;
    }

    /** The one in use, asked for by its own words; of standard input the line before the new one. */
    static String inUse() {
        Console console = Surroundings.current().console();
        return console == null ? line() : typed(console, "account.old");
    }

    private static void refuse(PasswordRule broken) {
        throw new Trouble(
                ExitCode.REFUSED,
                Messages.say("hash." + broken.code(), PasswordRule.SHORTEST, PasswordRule.LONGEST_BYTES));
    }

    private static String typed(Console console) {
        String password = typed(console, "hash.prompt");
        String again = typed(console, "hash.again");
        if (!password.equals(again)) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("hash.differ"));
        }
        return password;
    }

    private static String typed(Console console, String prompt) {
        char[] typed = console.readPassword("%s", Messages.say(prompt));
        return typed == null ? "" : new String(typed);
    }

    private static String line() {
        return Objects.requireNonNullElse(Surroundings.current().typed(), "");
    }
}
