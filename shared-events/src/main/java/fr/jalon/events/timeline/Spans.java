package fr.jalon.events.timeline;

import fr.jalon.events.meaning.Subject;
import fr.jalon.events.time.DayRange;
import fr.jalon.events.timeline.Episode.Shown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Spans in the making: cells that follow each other and tell the same of a value become one. */
final class Spans {
    private static final Comparator<Span> ORDER = Comparator.comparing(
                    (Span span) -> span.possible().from())
            .thenComparing(span -> span.possible().to());

    private final Subject subject;
    private final Set<UUID> contested;
    private final @Nullable LocalDate only;
    private final List<Span> closed = new ArrayList<>();
    private List<Open> open = new ArrayList<>(1);

    /** A span that may go on: its days so far. */
    private static final class Open {
        final Map<String, Object> value;
        final List<Episode> episodes;
        private @Nullable Shown shown;
        final Part possible;
        final Part certain;
        final Part held;

        Open(Map<String, Object> value, List<Episode> episodes, Cell cell) {
            this.value = value;
            this.episodes = episodes;
            this.possible = new Part(cell, true);
            this.certain = new Part(cell, cell.isCertain());
            this.held = new Part(cell, cell.isHeld());
        }

        Shown shown() {
            if (shown == null) {
                shown = Episode.shown(episodes);
            }
            return shown;
        }

        boolean tellsTheSame(Open other) {
            return value.equals(other.value) && (episodes.equals(other.episodes) || shown().equals(other.shown()));
        }

        /** Whether it goes on with the next; not for a second time in which it, or any value, is certain. */
        boolean goesOn(Open next) {
            boolean isOne = possible.meets(next.possible) && certain.meets(next.certain) && held.meets(next.held);
            if (!isOne || !tellsTheSame(next)) {
                return false;
            }
            possible.add(next.possible);
            certain.add(next.certain);
            held.add(next.held);
            return true;
        }
    }

    /** Days in a row, as numbers: from one to before another, or none. */
    private static final class Part {
        private long from;
        private long to;

        Part(Cell cell, boolean isSo) {
            this.from = cell.from();
            this.to = isSo ? cell.to() : cell.from();
        }

        boolean isEmpty() {
            return from == to;
        }

        boolean has(long day) {
            return from <= day && day < to;
        }

        boolean meets(Part next) {
            return isEmpty() || next.isEmpty() || to == next.from;
        }

        void add(Part next) {
            if (!next.isEmpty()) {
                from = isEmpty() ? next.from : from;
                to = next.to;
            }
        }

        @Nullable
        DayRange days() {
            return isEmpty() ? null : new DayRange(LocalDate.ofEpochDay(from), LocalDate.ofEpochDay(to));
        }
    }

    /** @param only a day: spans without it are left out; null where all are wanted */
    Spans(Subject subject, Set<UUID> contested, @Nullable LocalDate only) {
        this.subject = subject;
        this.contested = contested;
        this.only = only;
    }

    /** @param cell the next one, in the order of days */
    void add(Cell cell) {
        List<Open> next = new ArrayList<>(cell.values().size());
        for (Possibility each : cell.values()) {
            if (each.value() != null) {
                next.add(goingOn(new Open(each.value(), each.episodes(), cell)));
            }
        }
        open.forEach(this::close);
        open = next;
    }

    List<Span> all() {
        open.forEach(this::close);
        open = List.of();
        closed.sort(ORDER);
        return closed;
    }

    private Open goingOn(Open next) {
        for (Iterator<Open> before = open.iterator(); before.hasNext(); ) {
            Open earlier = before.next();
            if (earlier.goesOn(next)) {
                before.remove();
                return earlier;
            }
        }
        return next;
    }

    private void close(Open span) {
        if (only != null && !span.possible.has(only.toEpochDay())) {
            return;
        }
        Shown shown = span.shown();
        closed.add(new Span(
                subject,
                span.value,
                Objects.requireNonNull(span.possible.days()),
                span.certain.days(),
                span.held.days(),
                shown.since(),
                shown.until(),
                shown.entries(),
                !Collections.disjoint(shown.entries(), contested)));
    }
}
