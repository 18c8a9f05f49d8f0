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
    JalonCommand.Ended jalon(String user, String... arguments) throws IOException, InterruptedException {
        return JalonCommand.start(
                        Map.of("JALON_URL", server.toString(), "JALON_USER", user, "JALON_PASSWORD", "jalon-demo"),
                        arguments)
                .ended();
    }
}
