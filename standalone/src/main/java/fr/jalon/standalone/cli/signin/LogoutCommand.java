package fr.jalon.standalone.cli.signin;

import fr.jalon.standalone.cli.client.Asking;
import picocli.CommandLine.Command;

/** {@code jalon logout}: what was signed in is signed out, here and at the provider. */
@Command(name = "logout", mixinStandardHelpOptions = true)
public final class LogoutCommand extends Asking {
    @Override
    public void run() {
        notice(server().signOut() ? "logout.done" : "logout.nobody", server().address());
    }
}
