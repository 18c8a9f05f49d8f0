package fr.jalon.command.api;

import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.ReadRegister;
import fr.jalon.command.territory.RecordEntry;
import fr.jalon.command.territory.Recorder;
import fr.jalon.command.territory.TerritoryDecider;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** The real rules over registers that live as long as the test. */
public final class RegistersInMemory implements Recorder {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00.000001Z");

    private final Map<String, Register> registers = new ConcurrentHashMap<>();
    private final List<Map<String, String>> metadata = new CopyOnWriteArrayList<>();
    private final AtomicReference<Runnable> before = new AtomicReference<>(() -> {});

    @Override
    public Decision record(RecordEntry command, Map<String, String> metadata) {
        before.get().run();
        String territory = command.entry().territory();
        AtomicReference<Decision> decision = new AtomicReference<>();
        registers.compute(territory, (id, known) -> {
            Register register = known == null ? Register.empty() : known;
            Decision decided = TerritoryDecider.decide(register, command);
            decision.set(decided);
            if (!(decided instanceof Decision.Accepted(long position))) {
                return known;
            }
            Instant recordedAt = START.plusSeconds(position);
            this.metadata.add(metadata);
            decision.set(new Decision.Recorded(position, recordedAt));
            return register.with(new Recorded(position, recordedAt, command.entry()));
        });
        return decision.get();
    }

    @Override
    public ReadRegister register(String territory) {
        return new ReadRegister.Whole(registers.getOrDefault(territory, Register.empty()));
    }

    public long position(String territory) {
        return registers.getOrDefault(territory, Register.empty()).position();
    }

    /** What was kept beside the last entry recorded. */
    Map<String, String> lastMetadata() {
        return metadata.getLast();
    }

    /** Does this before each decision: waits, or fails. */
    public void beforeEach(Runnable action) {
        before.set(action);
    }

    public void clear() {
        registers.clear();
        before.set(() -> {});
    }
}
