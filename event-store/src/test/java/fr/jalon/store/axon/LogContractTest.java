package fr.jalon.store.axon;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.postgres.DatabaseRole;
import fr.jalon.store.log.NewEvent;
import fr.jalon.store.log.RefusedAppendException;
import fr.jalon.store.log.StoredEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contract asks something of a log: one that does nothing keeps none of it, one with a fault not all, and one
 * without a fault all.
 */
class LogContractTest {
    private static final Database DATABASE = Database.migrated();
    private static final DataSource SNAPSHOTS = DATABASE.as(DatabaseRole.COMMAND);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void a_log_that_does_nothing_keeps_not_one_of_the_promises() {
        assertThat(promises().filter(promise -> isKept(promise, Nothing::new)).map(Method::getName))
                .isEmpty();
    }

    @Test
    void a_log_without_a_fault_keeps_all_promises() {
        assertThat(promises()).isNotEmpty().allMatch(promise -> isKept(promise, MemoryLog::new));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void a_log_with_a_fault_breaks_a_promise(String fault, Supplier<MemoryLog> faulty) {
        assertThat(promises()).as(fault).anyMatch(promise -> !isKept(promise, faulty));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("it leaves a gap in its index", () -> new MemoryLog() {
                    @Override
                    public List<StoredEvent> after(long globalIndex, int limit) {
                        return super.after(globalIndex, limit).stream()
                                .map(event -> with(event, 2 * event.globalIndex(), event.recordedAt()))
                                .toList();
                    }
                }),
                fault("it shows an event before the one before it", () -> new MemoryLog() {
                    @Override
                    public List<StoredEvent> after(long globalIndex, int limit) {
                        List<StoredEvent> page = super.after(globalIndex, limit);
                        return page.size() == 2 ? page.subList(1, 2) : page;
                    }
                }),
                fault("its pages know no limit", () -> new MemoryLog() {
                    @Override
                    public List<StoredEvent> after(long globalIndex, int limit) {
                        return super.after(globalIndex, Integer.MAX_VALUE);
                    }
                }),
                fault("its registers know no limit", () -> new MemoryLog() {
                    @Override
                    public List<StoredEvent> of(String territory, long firstPosition, int limit) {
                        return super.of(territory, firstPosition, Integer.MAX_VALUE);
                    }
                }),
                fault("its registers begin one too late", () -> new MemoryLog() {
                    @Override
                    public List<StoredEvent> of(String territory, long firstPosition, int limit) {
                        return super.of(territory, firstPosition + 1, limit);
                    }
                }),
                fault("it knows no microseconds", () -> new MemoryLog() {
                    @Override
                    public List<StoredEvent> of(String territory, long firstPosition, int limit) {
                        return super.of(territory, firstPosition, limit).stream()
                                .map(event -> with(
                                        event,
                                        event.globalIndex(),
                                        event.recordedAt().minus(1, ChronoUnit.MICROS)))
                                .toList();
                    }
                }),
                fault("it tells another time than it recorded", () -> new MemoryLog() {
                    @Override
                    public synchronized List<Instant> append(List<NewEvent> added) throws RefusedAppendException {
                        return super.append(added).stream()
                                .map(time -> time.plusSeconds(1))
                                .toList();
                    }
                }),
                fault("it finds nothing", () -> new MemoryLog() {
                    @Override
                    public Optional<StoredEvent> find(UUID entryId) {
                        return Optional.empty();
                    }
                }),
                fault("it finds something for everybody", () -> new MemoryLog() {
                    @Override
                    public Optional<StoredEvent> find(UUID entryId) {
                        return after(0, 1).stream().findFirst();
                    }
                }),
                fault("its head is one behind", () -> new MemoryLog() {
                    @Override
                    public long head() {
                        return Math.max(0, super.head() - 1);
                    }
                }),
                fault("a register's last position is one behind", () -> new MemoryLog() {
                    @Override
                    public long lastPosition(String territory) {
                        return Math.max(0, super.lastPosition(territory) - 1);
                    }
                }),
                fault("every time is before its head", () -> new MemoryLog() {
                    @Override
                    public long before(Instant recordedAt) {
                        return head();
                    }
                }),
                fault("it takes everything", () -> new MemoryLog() {
                    @Override
                    Optional<RuntimeException> refusal(NewEvent event) {
                        return Optional.empty();
                    }
                }),
                fault("it calls a taken id a taken position", () -> new MemoryLog() {
                    @Override
                    Optional<RuntimeException> refusal(NewEvent event) {
                        return super.refusal(event).map(_ -> new ConcurrencyException("taken"));
                    }
                }),
                fault("it keeps what came before what it refused", () -> new MemoryLog() {
                    @Override
                    public synchronized void cutBack(int size) {
                        // It leaves all where it is.
                    }
                }));
    }

    private static Arguments fault(String name, Supplier<MemoryLog> faulty) {
        return Arguments.of(name, faulty);
    }

    private static StoredEvent with(StoredEvent event, long globalIndex, Instant recordedAt) {
        return new StoredEvent(
                globalIndex,
                event.entryId(),
                event.territory(),
                event.position(),
                recordedAt,
                event.type(),
                event.revision(),
                event.payload(),
                event.metadata());
    }

    private static Stream<Method> promises() {
        return Arrays.stream(LogContract.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class));
    }

    private static boolean isKept(Method promise, Supplier<? extends MemoryLog> maker) {
        MemoryLog log = maker.get();
        LogContract contract = new LogContract() {
            @Override
            protected Store open() {
                return MemoryLogTest.store(log, log, SNAPSHOTS, LogContractTest::forgetSnapshots);
            }
        };
        contract.openStore();
        try {
            promise.invoke(contract);
            return true;
        } catch (InvocationTargetException broken) {
            return false;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        } finally {
            contract.closeStore();
        }
    }

    /** Each log has its own, as each has its own database elsewhere. */
    private static void forgetSnapshots() {
        DATABASE.execute("truncate events.snapshot");
    }

    /** Takes everything and has nothing. */
    private static final class Nothing extends MemoryLog {
        @Override
        public synchronized List<Instant> append(List<NewEvent> added) {
            return added.stream().map(NewEvent::recordedAt).toList();
        }
    }
}
