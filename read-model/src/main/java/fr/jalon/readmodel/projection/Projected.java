package fr.jalon.readmodel.projection;

import fr.jalon.events.meaning.FactKind;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.events.register.Remark;
import fr.jalon.events.timeline.Span;
import fr.jalon.store.entry.LoggedEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** A territory as it is projected: its register, and those of its rectangles that are still open. Immutable. */
public record Projected(Register register, PMap<Subject, List<SpanRow>> open) {
    public static final Projected NOTHING = new Projected(Register.empty(), HashTreePMap.empty());

    public long position() {
        return register.position();
    }

    /** What the next entry changes. */
    public Change with(LoggedEntry entry) {
        Register next = register.with(entry.recorded());
        List<Subject> touched = new ArrayList<>(next.touchedSince(register));
        touched.sort(Comparator.naturalOrder());
        List<SpanRow> closed = new ArrayList<>();
        List<SpanRow> opened = new ArrayList<>();
        PMap<Subject, List<SpanRow>> rows = open;
        for (Subject subject : touched) {
            List<SpanRow> before = open.getOrDefault(subject, List.of());
            List<SpanRow> after = rows(next.spans(subject), before, entry.recorded(), closed, opened);
            rows = after.isEmpty() ? rows.minus(subject) : rows.plus(subject, after);
        }
        List<Remark> takenBack = new ArrayList<>();
        List<Remark> made = new ArrayList<>();
        Remark.compare(register, next, entry.recorded().entry(), takenBack, made);
        long untold = touched.stream()
                .filter(subject -> subject.kind() instanceof FactKind
                        && !next.timeline(subject).isTold())
                .count();
        return new Change(entry, new Projected(next, rows), closed, opened, takenBack, made, untold);
    }

    /** The rows of a subject from now on: a span that was there before keeps its row. */
    private static List<SpanRow> rows(
            List<Span> spans, List<SpanRow> before, Recorded now, List<SpanRow> closed, List<SpanRow> opened) {
        List<SpanRow> gone = new ArrayList<>(before);
        List<SpanRow> after = new ArrayList<>(spans.size());
        for (Span span : spans) {
            SpanRow kept = take(gone, span);
            if (kept == null) {
                kept = new SpanRow(span, now.position(), opened.size(), now.recordedAt());
                opened.add(kept);
            }
            after.add(kept);
        }
        closed.addAll(gone);
        return after;
    }

    private static @Nullable SpanRow take(List<SpanRow> rows, Span span) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).span().equals(span)) {
                return rows.remove(i);
            }
        }
        return null;
    }
}
