package fr.jalon.command.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.command.api.SampleEntries;
import fr.jalon.command.territory.Decision;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong while many lines are under way: nobody is left waiting, and no line is dropped in silence. */
@Timeout(60)
class LinesUnderWayTest {
    private static final int MORE_THAN_AT_ONCE = 1_000;
    private static final Duration A_LITTLE = Duration.ofMillis(20);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void an_error_of_the_recorder_breaks_the_answer_off() {
        ManyEntries many = new ManyEntries(
                entry -> {
                    throw new StackOverflowError();
                },
                results(out));

        assertThatThrownBy(() -> many.run(lines(MORE_THAN_AT_ONCE))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_answer_that_cannot_be_written_breaks_off() {
        ManyEntries many = new ManyEntries(LinesUnderWayTest::notOpened, results(new OutputStream() {
            @Override
            public void write(int b) {
                throw new IllegalStateException("broken machinery");
            }
        }));

        assertThatThrownBy(() -> many.run(lines(MORE_THAN_AT_ONCE))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_problem_that_cannot_be_placed_fails_its_line_alone() throws Exception {
        EntryLine unplaced =
                new EntryLine.Understood(LinePlace.of(1, 1), opening(), List.of(), List.of(), null, problem -> {
                    throw new IllegalStateException("broken machinery");
                });

        assertThat(new ManyEntries(LinesUnderWayTest::notOpened, results(out)).run(of(Stream.of(unplaced, line(2)))))
                .isTrue();
        assertThat(out.toString(UTF_8)
                        .lines()
                        .map(result -> Json.parse(result).get("status").stringValue()))
                .containsExactly("failed", "unknown-territory");
    }

    @Test
    void an_interrupt_at_the_end_of_the_lines_neither_hangs_nor_is_lost() throws Exception {
        new ManyEntries(LinesUnderWayTest::notOpened, results(out)).run(() -> {
            Thread.currentThread().interrupt();
            return null;
        });

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void an_interrupt_among_the_lines_records_each_that_was_under_way() throws Exception {
        AtomicInteger recorded = new AtomicInteger();
        AtomicInteger read = new AtomicInteger();

        assertThatThrownBy(() -> new ManyEntries(slowly(recorded), results(out)).run(() -> {
                    if (read.incrementAndGet() == 5) {
                        Thread.currentThread().interrupt();
                    }
                    return line(read.get());
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(recorded).hasValue(4);
    }

    @Test
    void lines_taken_in_are_recorded_though_nobody_takes_their_results() throws Exception {
        AtomicInteger recorded = new AtomicInteger();
        AtomicInteger read = new AtomicInteger();
        CountDownLatch allAreTakenIn = new CountDownLatch(1);
        CountDownLatch senderLeft = new CountDownLatch(1);
        Function<Entry, Decision> recorder = entry -> {
            if (recorded.get() > 0) {
                await(senderLeft);
            }
            return slowly(recorded).apply(entry);
        };
        ManyEntries many = new ManyEntries(recorder, results(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                await(allAreTakenIn);
                senderLeft.countDown();
                throw new IOException("the sender left");
            }
        }));

        assertThat(many.run(() -> {
                    if (read.incrementAndGet() > 5) {
                        allAreTakenIn.countDown();
                        return null;
                    }
                    return line(read.get());
                }))
                .isFalse();
        assertThat(recorded).hasValue(5);
    }

    private static Decision notOpened(Entry entry) {
        return new Decision.NotOpened(entry.territory());
    }

    private static Function<Entry, Decision> slowly(AtomicInteger recorded) {
        return entry -> {
            LockSupport.parkNanos(A_LITTLE.toNanos());
            recorded.incrementAndGet();
            return notOpened(entry);
        };
    }

    private static Results results(OutputStream out) {
        return new Results(out, false, Locale.ENGLISH);
    }

    private static EntryLines lines(int count) {
        return of(Stream.iterate(1, i -> i + 1).limit(count).map(LinesUnderWayTest::line));
    }

    private static EntryLines of(Stream<EntryLine> lines) {
        var each = lines.iterator();
        return () -> each.hasNext() ? each.next() : null;
    }

    private static EntryLine line(int number) {
        return new EntryLine.Understood(
                LinePlace.of(number, 1), opening(), List.of(), List.of(), null, UnaryOperator.identity());
    }

    private static Entry opening() {
        return EntryJson.proposed(
                Json.parse(SampleEntries.opened("lille")), new EntryJson.Defaults(UUID.randomUUID(), null));
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("waited in vain");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
