package fr.jalon.readmodel.processor;

import fr.jalon.readmodel.projection.ProjectedRegisters;
import fr.jalon.readmodel.projection.ReadModel;
import fr.jalon.readmodel.tracking.Projection;
import fr.jalon.readmodel.tracking.ProjectionSettings;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.pooled.MaxSegmentProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many segments of the log this process projects at most (<i>part équitable</i>): as many as every other that was
 * seen lately. Axon's coordinator asks each second, gives back what is too much and claims what is free; by asking, a
 * process is seen. One whose read models were remade by another version takes no part any more.
 */
final class FairShare implements MaxSegmentProvider {
    private static final Logger LOG = LoggerFactory.getLogger(FairShare.class);

    private static final Duration FRESH = Duration.ofMillis(ProjectionSettings.CLAIM_MILLIS / 2);

    private final JdbcClient jdbc;
    private final ProjectionSettings settings;
    private final ProjectedRegisters registers;
    private Look last = new Look(0, 1, "", true);
    private int share = 1;
    private boolean isBuilt;
    private long lookedAt;
    private final AtomicLong looks = new AtomicLong();

    /** @param registers what is kept of segments: given up with them, and when another process made a new copy */
    FairShare(JdbcClient jdbc, ProjectionSettings settings, ProjectedRegisters registers) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.registers = registers;
    }

    /**
     * What it saw, looking round.
     *
     * @param segments how many there are
     * @param nodes how many processes share them, this one counted
     * @param copy when the read models in use were made
     * @param isOurs whether this version made them
     */
    private record Look(int segments, int nodes, String copy, boolean isOurs) {
        int share() {
            return isOurs ? Math.ceilDiv(segments, nodes) : 0;
        }
    }

    /** How often it has looked round: no more of that, and nothing is coordinated. */
    long looks() {
        return looks.get();
    }

    @Override
    public synchronized int getMaxSegments(String processor) {
        if (!isBuilt) {
            // Axon asks once while it is built, wherever the database is, and wants at least one.
            isBuilt = true;
        } else if (looks.get() == 0 || System.nanoTime() - lookedAt >= FRESH.toNanos()) {
            take(look());
            lookedAt = System.nanoTime();
        }
        return share;
    }

    private void take(Look look) {
        boolean isFirst = looks.getAndIncrement() == 0;
        boolean isRemade = !isFirst && look.nodes() > 1 && !look.copy().equals(last.copy());
        if (isRemade || look.share() < share) {
            registers.forget();
        }
        if (isFirst || look.share() != share) {
            LOG.info(
                    "Of the projection's {} segments {} are this process's, one of {}",
                    look.segments(),
                    look.share(),
                    look.nodes());
        }
        last = look;
        share = look.share();
    }

    /** Says goodbye, so that the others need not wait until it is clear. */
    void leave() {
        jdbc.sql("delete from tracking.node where processor_name = ? and node = ?")
                .params(Projection.NAME, settings.node())
                .update();
    }

    private Look look() {
        return jdbc.sql("""
                        with segments as (
                            select count(*) as amount from tracking.token where processor_name = :processor
                        ), made as (
                            select max(at)::text as copy, coalesce(bool_and(fingerprint = :fingerprint), false) as is_ours
                            from projection.made
                        ), seen as (
                            insert into tracking.node as n (processor_name, node, seen_at)
                            select :processor, :node, clock_timestamp() from segments, made where is_ours and segments.amount > 1
                            on conflict (processor_name, node) do update set seen_at = excluded.seen_at
                        ), gone as (
                            delete from tracking.node
                            where processor_name = :processor and node <> :node
                                and seen_at < clock_timestamp() - interval '1 hour'
                        )
                        select segments.amount as segments, made.copy, made.is_ours,
                            (select count(*) from tracking.node
                             where processor_name = :processor and node <> :node
                                 and seen_at > clock_timestamp() - :patience * interval '1 millisecond') as others
                        from segments, made
                        """)
                .param("processor", Projection.NAME)
                .param("node", settings.node())
                .param("fingerprint", ReadModel.FINGERPRINT)
                .param("patience", settings.claimTimeout().toMillis() / 2)
                .query((row, number) -> new Look(
                        row.getInt("segments"),
                        1 + row.getInt("others"),
                        Objects.requireNonNullElse(row.getString("copy"), ""),
                        row.getBoolean("is_ours")))
                .single();
    }
}
