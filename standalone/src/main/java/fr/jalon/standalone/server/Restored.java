package fr.jalon.standalone.server;

import fr.jalon.seal.check.Finding;
import fr.jalon.seal.check.SelfCheck;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;

/**
 * What a check of a data directory that was put back found, before anybody records in it.
 *
 * @param faults a line each; none where all is as it was sealed
 */
public record Restored(long entries, List<String> faults) {
    /** Serves the data for as long as a whole check takes, on a port that nobody knows. */
    public static Restored check(Path data) {
        Options options = new Options(InetAddress.getLoopbackAddress(), 0, data, Demo.isIn(data));
        try (StandaloneServer server = StandaloneServer.startToLookIn(options)) {
            SelfCheck.Result result = server.part(SelfCheck.class).now();
            return new Restored(
                    result.entries(),
                    result.findings().stream().map(Finding::place).toList());
        }
    }
}
