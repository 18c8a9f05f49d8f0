package fr.jalon.seal.check;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.seal.check.Finding.Kind;
import fr.jalon.store.axon.MemoryLog;
import fr.jalon.store.log.NewEvent;
import fr.jalon.store.log.RefusedAppendException;
import fr.jalon.store.log.StoredEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever the copy of a log is not the log, the check says so and where. */
class CopyCheckTest {
    /** Some pages, the last not full. */
    private static final int ENTRIES = 2_500;

    private static final MemoryLog LOG = log(ENTRIES);

    @Test
    void a_copy_that_is_the_log_is_well_and_so_is_one_that_lags() {
        assertThat(findings(LOG, copy(_ -> {}))).isEmpty();
        assertThat(findings(LOG, copy(events -> events.subList(1_700, ENTRIES).clear())))
                .isEmpty();
        assertThat(findings(LOG, copy(List::clear))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1_000, 1_001, 2_000, ENTRIES})
    void an_entry_that_reads_otherwise_in_the_copy_is_named(int index) {
        MemoryLog copy = copy(events -> events.set(index - 1, altered(events.get(index - 1))));

        assertThat(findings(LOG, copy)).containsExactly(finding(index, "does not hold what the log holds"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000, 1_001, ENTRIES - 1})
    void an_entry_that_the_copy_has_no_more_is_named(int index) {
        assertThat(findings(LOG, copy(events -> events.remove(index - 1))))
                .containsExactly(finding(index, "does not hold what the log holds"));
    }

    @Test
    void entries_in_each_others_place_are_both_named() {
        MemoryLog copy = copy(events -> {
            StoredEvent first = events.get(6);
            events.set(6, at(7, events.get(1_200)));
            events.set(1_200, at(1_201, first));
        });

        assertThat(findings(LOG, copy).stream().map(Finding::index)).containsExactly(6L, 1_200L);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0})
    void an_entry_before_the_first_is_named(long index) {
        StoredEvent inserted = at(index, altered(LOG.after(0, 1).getFirst()));

        assertThat(findings(LOG, copy(events -> events.addFirst(inserted))))
                .containsExactly(Finding.of(Kind.COPY, inserted, "the copy holds it before the log's first"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 1_000, 1_001, ENTRIES - 1})
    void the_first_of_those_that_the_log_has_not_is_named(int size) {
        assertThat(findings(log(size), copy(_ -> {})))
                .containsExactly(finding(size + 1, "the log ends before its copy, at " + size));
    }

    @Test
    void an_entry_far_beyond_the_log_is_named() {
        StoredEvent inserted = at(1_000_000_000_000L, altered(LOG.after(0, 1).getFirst()));

        assertThat(findings(LOG, copy(events -> events.addLast(inserted))))
                .containsExactly(Finding.of(Kind.COPY, inserted, "the log ends before its copy, at " + ENTRIES));
    }

    private static List<Finding> findings(MemoryLog log, MemoryLog copy) {
        Findings findings = new Findings();
        new CopyCheck(log, copy).run(findings, (step, done, total) -> {});
        return findings.all();
    }

    private static Finding finding(long index, String detail) {
        StoredEvent event = LOG.after(index - 1, 1).getFirst();
        String sentence = detail.startsWith("does") ? "the copy of the log " + detail : detail;
        return Finding.of(Kind.COPY, event, sentence);
    }

    private static MemoryLog log(int size) {
        MemoryLog log = new MemoryLog();
        try {
            log.append(Stream.iterate(1L, position -> position + 1)
                    .limit(size)
                    .map(position -> new NewEvent(
                            new UUID(0, position), "lyon", position, 10 * position, "noted", "1", "{}", "{}"))
                    .toList());
        } catch (RefusedAppendException e) {
            throw new IllegalStateException(e);
        }
        return log;
    }

    /** The log with other rows. */
    private static MemoryLog copy(Consumer<List<StoredEvent>> change) {
        List<StoredEvent> events = new ArrayList<>(LOG.after(0, ENTRIES));
        change.accept(events);
        return new MemoryLog() {
            @Override
            public List<StoredEvent> after(long globalIndex, int limit) {
                return events.stream()
                        .filter(event -> event.globalIndex() > globalIndex || globalIndex == Long.MIN_VALUE)
                        .limit(limit)
                        .toList();
            }

            @Override
            public long head() {
                return events.stream()
                        .map(StoredEvent::globalIndex)
                        .max(Comparator.naturalOrder())
                        .orElse(0L);
            }
        };
    }

    private static StoredEvent altered(StoredEvent event) {
        return new StoredEvent(
                event.globalIndex(),
                event.entryId(),
                event.territory(),
                event.position(),
                event.recordedAt(),
                event.type(),
                event.revision(),
                event.payload() + " ",
                event.metadata());
    }

    private static StoredEvent at(long index, StoredEvent event) {
        return new StoredEvent(
                index,
                event.entryId(),
                event.territory(),
                event.position(),
                event.recordedAt(),
                event.type(),
                event.revision(),
                event.payload(),
                event.metadata());
    }
}
