package fr.jalon.standalone.cli;

import fr.jalon.web.account.PasswordRule;
import fr.jalon.web.account.Passwords;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code jalon hash-password}: the hash of a password, for an accounts' file. The password is typed unseen, or comes by
 * standard input; never by the command line, which is for all to read.
 */
@Command(name = "hash-password", mixinStandardHelpOptions = true, resourceBundle = "fr.jalon.standalone.cli.messages")
final class HashPasswordCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    // JDK 25 gives none where there is no terminal, as JDK 21 did.
    @SuppressWarnings("SystemConsoleNull")
    public void run() {
        Console console = System.console();
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
        try {
            return Objects.requireNonNullElse(
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine(), "");
        } catch (IOException e) {
            throw new Trouble(ExitCode.INTERNAL, Messages.say("error", e));
        }
    }
}
