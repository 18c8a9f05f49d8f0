package fr.jalon.readmodel.tracking;

import fr.jalon.readmodel.projection.ReadModel;
import fr.jalon.store.log.EventLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.axonframework.eventhandling.Segment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether the projection's own notes can be true: where it stands in the log, which territories are set aside, which
 * version made the read models. A place beyond the log's end would pass over what is recorded next.
 */
public final class TrackingCheck {
    private final JdbcClient jdbc;
    private final EventLog log;

    /** Over connections of the role that owns the read models. */
    public TrackingCheck(JdbcClient jdbc, EventLog log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    /** What a fault is about. */
    public enum About {
        TOKEN,
        PARKED,
        MODELS
    }

    /**
     * A note that cannot be true, or a territory that is set aside.
     *
     * @param territory where it is of one
     * @param globalIndex the entry's at which a territory waits; 0 where it is at none
     */
    public record Fault(
            About about,
            @Nullable String territory,
            long position,
            long globalIndex,
            @Nullable UUID entryId,
            String detail) {
        static Fault of(About about, String detail) {
            return new Fault(about, null, 0, 0, null, detail);
        }
    }

    private record Token(
            String processor, int segment, @Nullable String token) {}

    private record Waiting(
            String territory,
            long stop,
            long position,
            long globalIndex,
            @Nullable UUID entryId,
            long last) {
        Fault fault() {
            String detail = entryId == null
                    ? "the territory is set aside at entry %d, which the log does not have".formatted(stop)
                    : last == position
                            ? "the entry waits and is not shown"
                            : "the entries from here to %d wait and are not shown".formatted(last);
            return new Fault(About.PARKED, territory, position, globalIndex, entryId, detail);
        }
    }

    public List<Fault> run() {
        List<Fault> faults = new ArrayList<>();
        tokens(faults);
        parked(faults);
        made(faults);
        return faults;
    }

    /** Why the tokens cannot be what the projection left there; nothing if they can. */
    public Optional<String> tokensAstray() {
        List<Fault> faults = new ArrayList<>();
        tokens(faults);
        return faults.stream().map(Fault::detail).findFirst();
    }

    private void tokens(List<Fault> faults) {
        List<Token> tokens = jdbc.sql("""
                        select processor_name as processor, segment, token from tracking.token
                        where processor_name <> '__config' order by 1, 2
                        """)
                .query((row, number) ->
                        new Token(row.getString("processor"), row.getInt("segment"), row.getString("token")))
                .list();
        // After the tokens, which only ever follow it.
        long head = log.head();
        SortedSet<Integer> segments = new TreeSet<>();
        for (Token each : tokens) {
            if (!each.processor.equals(Projection.NAME)) {
                faults.add(token("there is a token of " + each.processor + ", which is no projection"));
                continue;
            }
            segments.add(each.segment);
            place(each)
                    .ifPresentOrElse(
                            index -> {
                                if (index > head) {
                                    faults.add(token("segment %d stands at entry %d, and the log ends at %d"
                                            .formatted(each.segment, index, head)));
                                }
                            },
                            () -> faults.add(token("segment " + each.segment + " has a token that cannot be read")));
        }
        if (!isWhole(segments)) {
            faults.add(token("the segments " + segments + " are not all of the log"));
        }
    }

    private static Fault token(String detail) {
        return Fault.of(About.TOKEN, detail);
    }

    private static Optional<Long> place(Token token) {
        if (token.token == null) {
            return Optional.of(0L);
        }
        try {
            JsonNode index = JsonMapper.shared().readTree(token.token).path("globalIndex");
            return index.isIntegralNumber() ? Optional.of(index.longValue()) : Optional.empty();
        } catch (JacksonException notOne) {
            return Optional.empty();
        }
    }

    /** As Axon cuts the log by the numbers of the segments that there are. */
    private static boolean isWhole(SortedSet<Integer> numbers) {
        int[] all = numbers.stream().mapToInt(Integer::intValue).toArray();
        if (all.length == 0 || all[0] != 0 || numbers.last() != all.length - 1) {
            return false;
        }
        double share = 0;
        for (int number : all) {
            share += 1.0 / (Segment.computeSegment(number, all).getMask() + 1.0);
        }
        return share == 1.0;
    }

    private void parked(List<Fault> faults) {
        jdbc.sql("""
                        select p.territory, p.position as stop, coalesce(e.position, 0) as position,
                            coalesce(e.global_index, 0) as global_index, e.entry_id,
                            (select coalesce(max(position), 0) from events.event where territory = p.territory) as last
                        from tracking.parked p
                        left join lateral (
                            select position, global_index, entry_id from events.event
                            where territory = p.territory and position >= p.position order by position limit 1
                        ) e on true
                        order by e.global_index, p.territory
                        """).query(Waiting.class).list().forEach(waiting -> faults.add(waiting.fault()));
    }

    private void made(List<Fault> faults) {
        List<String> made = jdbc.sql("select fingerprint from projection.made")
                .<String>query((row, number) -> row.getString(1))
                .list();
        if (!made.equals(List.of(ReadModel.FINGERPRINT))) {
            faults.add(Fault.of(About.MODELS, "the read models do not say that this version made them"));
        }
    }
}
