package fr.jalon.query.projection;

import java.time.Duration;

/**
 * How the projection runs.
 *
 * @param node whose claims on the log's segments these are: a name that outlives the process, so that a restart after a
 *     crash has them back at once, and that no two living processes share
 * @param segments how many parts of the log are projected side by side, decided at the very first start
 * @param batchSize how many entries become visible together at most
 * @param claimTimeout after how long the claims of a process that died are free
 * @param keptEntries how many entries, of all territories together, are kept folded in memory
 * @param retryEvery how often parked territories are tried again
 * @param patience how long it may stand still behind the log before it is started anew
 */
public record ProjectionSettings(
        String node,
        int segments,
        int batchSize,
        Duration claimTimeout,
        long keptEntries,
        Duration retryEvery,
        Duration patience) {
    /** What serves one process well. */
    public static ProjectionSettings of(String node) {
        return new ProjectionSettings(
                node, 1, 500, Duration.ofSeconds(10), 500_000, Duration.ofSeconds(60), Duration.ofSeconds(10));
    }
}
