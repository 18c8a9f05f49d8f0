package fr.jalon.events;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.events.timeline.Span;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** What reading, writing and folding one entry costs, in nanoseconds of one core; run by hand on a file of entries. */
public final class Throughput {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 2_000;

    private Throughput() {}

    /** Takes the path of an NDJSON file of entries, such as the case of the demo. */
    public static void main(String[] arguments) throws IOException {
        List<String> stored = Files.readAllLines(Path.of(arguments[0])).stream()
                .map(line -> EntryJson.write(EntryJson.read(line)))
                .toList();
        List<Entry> entries = stored.stream().map(EntryJson::read).toList();
        for (int trial = 0; trial < 3; trial++) {
            report("read", stored, line -> EntryJson.read(line).territory().length());
            report("write", entries, entry -> EntryJson.write(entry).length());
            fold("fold", entries, false);
            fold("fold, spans of what it touched as JSON", entries, true);
        }
    }

    private static void fold(String what, List<Entry> entries, boolean spans) {
        Map<String, Register> registers = new HashMap<>();
        List<Entry> once = new ArrayList<>(entries);
        report(what, once, entry -> {
            Register before = registers.getOrDefault(entry.territory(), Register.empty());
            if (before.recorded(entry.entryId()).isPresent()) {
                before = Register.empty();
            }
            Register after = before.with(new Recorded(before.position() + 1, Instant.EPOCH, entry));
            registers.put(entry.territory(), after);
            return spans ? written(after, before) : after.position();
        });
    }

    private static long written(Register after, Register before) {
        long characters = 0;
        for (Subject subject : after.touchedSince(before)) {
            for (Span span : after.spans(subject)) {
                characters += Json.MAPPER
                        .writeValueAsString(EntryJson.nameless(span.value()))
                        .length();
            }
        }
        return characters;
    }

    private static <T> void report(String what, List<T> items, ToLongFunction<T> work) {
        long sum = 0;
        long start = CLOCK.getCurrentThreadCpuTime();
        for (int round = 0; round < ROUNDS; round++) {
            for (T item : items) {
                sum += work.applyAsLong(item);
            }
        }
        long each = (CLOCK.getCurrentThreadCpuTime() - start) / ((long) ROUNDS * items.size());
        System.out.printf("%-45s %,8d ns (%d)%n", what, each, sum % 10);
    }
}
