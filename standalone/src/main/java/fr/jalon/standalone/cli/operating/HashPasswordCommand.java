package fr.jalon.standalone.cli.operating;

import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Surroundings;
import fr.jalon.standalone.cli.terminal.Trouble;
import fr.jalon.web.account.PasswordRule;
import fr.jalon.web.account.Passwords;
import java.io.Console;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code jalon hash-password}: the hash of a password, for an accounts' file. The password is typed unseen, or comes by
 * standard input; never by the command line, which is for all to read.
 */
@Command(name = "hash-password", mixinStandardHelpOptions = true)
public final class HashPasswordCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        Console console = Surroundings.current().console();
        String password = console == null ? line() : typed(console);
        PasswordRule.brokenBy(password).ifPresent(HashPasswordCommand::refuse);
        spec.commandLine().getOut().println(Passwords.hash(password));
    }

    private static void refuse(PasswordRule broken) {
        throw new Trouble(
                ExitCode.REFUSED,
                Messages.say("hash." + broken.code(), PasswordRule.SHORTEST, PasswordRule.LONGEST_BYTES));
    }

    private static String typed(Console console) {
        String password = new String(console.readPassword("%s", Messages.say("hash.prompt")));
        String again = new String(console.readPassword("%s", Messages.say("hash.again")));
        if (!password.equals(again)) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("hash.differ"));
        }
        return password;
    }

    private static String line() {
        return Objects.requireNonNullElse(Surroundings.current().typed(), "");
    }
}
