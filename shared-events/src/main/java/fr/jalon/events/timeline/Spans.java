package fr.jalon.events.timeline;

import fr.jalon.events.time.DayRange;
import fr.jalon.events.timeline.Episode.Shown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Spans in the making: cells that follow each other and tell the same of a value become one. */
final class Spans {
    private static final Comparator<Span> ORDER = Comparator.comparing(
                    (Span span) -> span.possible().from())
            .thenComparing(span -> span.possible().to());

    private final Subject subject;
    private final Set<UUID> contested;
    private final List<Span> closed = new ArrayList<>();
    private Map<Told, Days> open = new LinkedHashMap<>();

    private record Told(Map<String, Object> value, Shown shown) {}

    /** The days of a span: possible from one to before another, certain likewise; none are where both are the same. */
    private record Days(long from, long to, long certainFrom, long certainTo) {
        boolean isCertain() {
            return certainFrom < certainTo;
        }
    }

    Spans(Subject subject, Set<UUID> contested) {
        this.subject = subject;
        this.contested = contested;
    }

    /** @param cell the next one, in the order of days */
    void add(Cell cell) {
        Map<Told, Days> next = new LinkedHashMap<>();
        cell.values().forEach((value, episodes) -> {
            if (value != null) {
                Told told = new Told(value, Episode.shown(episodes));
                next.put(told, days(told, cell));
            }
        });
        open.forEach(this::close);
        open = next;
    }

    List<Span> all() {
        open.forEach(this::close);
        open = Map.of();
        closed.sort(ORDER);
        return closed;
    }

    /** The days of what the cell before told too go on, but for a second time in which it is certain. */
    private Days days(Told told, Cell cell) {
        Days before = open.get(told);
        boolean certain = cell.isCertain();
        if (before == null
                || before.to != cell.from()
                || (certain && before.isCertain() && before.certainTo != cell.from())) {
            return new Days(cell.from(), cell.to(), cell.from(), certain ? cell.to() : cell.from());
        }
        open.remove(told);
        if (!certain) {
            return new Days(before.from, cell.to(), before.certainFrom, before.certainTo);
        }
        return new Days(before.from, cell.to(), before.isCertain() ? before.certainFrom : cell.from(), cell.to());
    }

    private void close(Told told, Days days) {
        Shown shown = told.shown;
        closed.add(new Span(
                subject,
                told.value,
                range(days.from, days.to),
                days.isCertain() ? range(days.certainFrom, days.certainTo) : null,
                shown.since(),
                shown.until(),
                shown.entries(),
                !Collections.disjoint(shown.entries(), contested)));
    }

    private static DayRange range(long from, long to) {
        return new DayRange(LocalDate.ofEpochDay(from), LocalDate.ofEpochDay(to));
    }
}
