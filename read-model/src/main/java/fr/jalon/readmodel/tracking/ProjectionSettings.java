package fr.jalon.readmodel.tracking;

import java.time.Duration;

/**
 * How the projection runs.
 *
 * @param node whose claims on the log's segments these are: a name that outlives the process, so that a restart after a
 *     crash has them back at once, and that no two living processes share
 * @param segments into how many parts the log is cut, to be shared by processes: the more, the evener. Another number
 *     than before takes effect at a start while no other process runs
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
    /** How often a process that has too few segments looks for free ones. */
    public static final long CLAIM_MILLIS = 1_000;

    /** What serves well, whether one process or several. */
    public static ProjectionSettings of(String node, int segments) {
        return new ProjectionSettings(
                node, segments, 500, Duration.ofSeconds(6), 500_000, Duration.ofSeconds(60), Duration.ofSeconds(10));
    }
}
