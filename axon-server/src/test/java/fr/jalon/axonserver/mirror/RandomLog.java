package fr.jalon.axonserver.mirror;

import fr.jalon.store.axon.MemoryLog;
import fr.jalon.store.log.NewEvent;
import fr.jalon.store.log.RefusedAppendException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A log that grows as chance has it, in several registers. */
final class RandomLog extends MemoryLog {
    private static final List<String> TERRITORIES = List.of("lille", "lyon", "paris");
    private static final List<String> TEXTS = List.of("{}", "{\"said\":\"Cœur de\\nvie\"}", "{\"said\":\"\\\"{},é\"}");

    private final Random random;
    private long micros = 1_000_000;

    RandomLog(Random random) {
        this.random = random;
    }

    void grow(int count) {
        grow(count, TERRITORIES);
    }

    void grow(int count, List<String> territories) {
        List<NewEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String territory = any(territories);
            long position = lastPosition(territory)
                    + events.stream()
                            .filter(event -> event.territory().equals(territory))
                            .count()
                    + 1;
            micros += 1 + random.nextInt(1_000_000);
            UUID id = new UUID(random.nextLong(), random.nextLong());
            events.add(new NewEvent(id, territory, position, micros, "noted", "1", any(TEXTS), any(TEXTS)));
        }
        try {
            append(events);
        } catch (RefusedAppendException e) {
            throw new IllegalStateException(e);
        }
    }

    private String any(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
