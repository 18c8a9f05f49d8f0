package fr.jalon.standalone.cli;

import fr.jalon.web.account.Passwords;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code jalon hash-password}: the hash of a password, for an accounts' file. The password is typed unseen, or comes by
 * standard input; never by the command line, which is for all to read.
 */
@Command(name = "hash-password", mixinStandardHelpOptions = true, resourceBundle = "fr.jalon.standalone.cli.messages")
final class HashPasswordCommand implements Runnable {
    private static final int SHORTEST = 12;
    private static final int LONGEST_BYTES = 72;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    // JDK 25 gives none where there is no terminal, as JDK 21 did.
    @SuppressWarnings("SystemConsoleNull")
    public void run() {
        Console console = System.console();
        String password = console == null ? line() : typed(console);
        if (password == null
                || password.codePointCount(0, password.length()) < SHORTEST
                || password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("hash.length", SHORTEST, LONGEST_BYTES));
        }
        spec.commandLine().getOut().println(Passwords.hash(password));
    }

    private static String typed(Console console) {
        String password = new String(console.readPassword("%s", Messages.say("hash.prompt")));
        String again = new String(console.readPassword("%s", Messages.say("hash.again")));
        if (!password.equals(again)) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("hash.differ"));
        }
        return password;
    }

    private static @Nullable String line() {
        try {
            return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        } catch (IOException e) {
            throw new Trouble(ExitCode.INTERNAL, Messages.say("error", e));
        }
    }
}
