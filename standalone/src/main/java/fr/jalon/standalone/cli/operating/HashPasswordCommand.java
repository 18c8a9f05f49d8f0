package fr.jalon.standalone.cli.operating;

import fr.jalon.web.account.Passwords;
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
        spec.commandLine().getOut().println(Passwords.hash(ChosenPassword.ask()));
    }
}
