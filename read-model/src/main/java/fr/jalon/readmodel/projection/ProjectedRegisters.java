package fr.jalon.readmodel.projection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.jalon.store.entry.ReadEvent;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.StoredEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Each territory as one copy of the read models has it. A shortcut only: what is kept here was committed, and what is
 * not here, or is behind, is folded again from the log.
 */
public final class ProjectedRegisters {
    private static final int PAGE = 2_000;

    private final EventLog log;
    private final JdbcClient jdbc;
    private final String position;
    private final Map<String, Long> positions = new ConcurrentHashMap<>();
    private final Cache<String, Projected> registers;

    /** @param entries how many entries, of all territories together, are kept at most */
    public ProjectedRegisters(ModelSchema schema, DataSource dataSource, EventLog log, long entries) {
        this.log = log;
        this.jdbc = JdbcClient.create(dataSource);
        this.position = schema.in("select position from %1$s.territory where territory = ?");
        this.registers = Caffeine.newBuilder()
                .maximumWeight(entries)
                .<String, Projected>weigher((territory, projected) -> (int) Math.min(projected.position(), 1 << 30))
                .build();
    }

    /**
     * The territory just before its entry at this position; null where that one is projected already.
     *
     * @throws MissingEntriesException if others have to come first
     */
    @Nullable
    public Projected before(String territory, long next) {
        Projected kept = registers.getIfPresent(territory);
        if (kept != null && kept.position() == next - 1) {
            return kept;
        }
        Long reached = positions.get(territory);
        if (reached == null || reached < next - 1) {
            reached = position(territory);
            positions.put(territory, reached);
        }
        if (reached >= next) {
            return null;
        }
        if (reached < next - 1) {
            throw new MissingEntriesException(territory, next, reached);
        }
        return folded(territory, reached);
    }

    /** The territory as the copy has it. */
    public Projected stored(String territory) {
        long reached = position(territory);
        Projected kept = registers.getIfPresent(territory);
        return kept != null && kept.position() == reached ? kept : folded(territory, reached);
    }

    /** Keeps what has been committed. */
    public void keep(String territory, Projected committed) {
        registers.asMap().merge(territory, committed, (one, other) -> one.position() > other.position() ? one : other);
        positions.merge(territory, committed.position(), Math::max);
    }

    /** Forgets all: the copy is another now, or was moved by somebody else. */
    public void forget() {
        registers.invalidateAll();
        positions.clear();
    }

    /** Takes over what another has kept. */
    public void replaceBy(ProjectedRegisters other) {
        forget();
        other.registers.asMap().forEach(this::keep);
    }

    private long position(String territory) {
        return jdbc.sql(position).param(territory).query(Long.class).optional().orElse(0L);
    }

    private Projected folded(String territory, long reached) {
        Projected projected = Projected.NOTHING;
        while (projected.position() < reached) {
            int limit = (int) Math.min(PAGE, reached - projected.position());
            List<StoredEvent> page = log.of(territory, projected.position() + 1, limit);
            if (page.isEmpty()) {
                throw new StaleProjectionException("The log of " + territory + " ends before its projection");
            }
            for (StoredEvent event : page) {
                projected = projected.with(ReadEvent.of(event).orThrow()).after();
            }
        }
        return projected;
    }
}
