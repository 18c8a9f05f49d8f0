package fr.jalon.standalone;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/**
 * The command line of somebody signed in.
 *
 * @param server whom it asks
 */
record Terminal(URI server) {
    JalonCommand.Ended jalon(String user, String... arguments) throws IOException {
        return CommandShell.jalon(environment(user), arguments);
    }

    /** The same, in a process that ends with it. */
    JalonCommand.Ended jalonAlone(String user, String... arguments) throws IOException, InterruptedException {
        return JalonCommand.start(environment(user), arguments).ended();
    }

    private Map<String, String> environment(String user) {
        return Map.of("JALON_URL", server.toString(), "JALON_USER", user, "JALON_PASSWORD", "jalon-demo");
    }
}
