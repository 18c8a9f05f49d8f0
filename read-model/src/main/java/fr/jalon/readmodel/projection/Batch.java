package fr.jalon.readmodel.projection;

import fr.jalon.events.meaning.Subject;
import fr.jalon.events.register.Remark;
import fr.jalon.store.entry.LoggedEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes that become visible together. What begins and ends within one is written once, as a row of the past. */
public final class Batch {
    private final Map<String, Moved> territories = new LinkedHashMap<>();
    private final List<LoggedEntry> entries = new ArrayList<>();
    private final Map<SpanKey, SpanRow> openSpans = new LinkedHashMap<>();
    private final Map<RemarkKey, ProjectedRows.End> openRemarks = new LinkedHashMap<>();
    private final List<PastSpan> pastSpans = new ArrayList<>();
    private final List<PastRemark> pastRemarks = new ArrayList<>();
    private final List<Ended<SpanKey>> endedSpans = new ArrayList<>();
    private final List<Ended<RemarkKey>> endedRemarks = new ArrayList<>();

    /** A territory and how far the batch moves it. */
    record Moved(long from, Projected to) {}

    /** A row by its name in every copy. */
    record SpanKey(String territory, Subject subject, long openedBy, int ordinal) {}

    /** A remark in force, by what it says of what. */
    record RemarkKey(String territory, Remark remark) {}

    /** Something of earlier batches that ends in this one. */
    record Ended<K>(K key, ProjectedRows.End end) {}

    private record PastSpan(String territory, SpanRow row, ProjectedRows.End end) {}

    private record PastRemark(RemarkKey key, ProjectedRows.End made, ProjectedRows.End takenBack) {}

    public void add(Change change) {
        LoggedEntry entry = change.entry();
        String territory = entry.territory();
        ProjectedRows.End now = ProjectedRows.End.with(entry);
        territories.merge(
                territory,
                new Moved(entry.position() - 1, change.after()),
                (earlier, later) -> new Moved(earlier.from(), later.to()));
        entries.add(entry);
        for (SpanRow row : change.closed()) {
            close(territory, row, now);
        }
        for (SpanRow row : change.opened()) {
            openSpans.put(key(territory, row), row);
        }
        for (Remark remark : change.takenBack()) {
            takeBack(new RemarkKey(territory, remark), now);
        }
        for (Remark remark : change.made()) {
            openRemarks.put(new RemarkKey(territory, remark), now);
        }
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    Map<String, Moved> territories() {
        return territories;
    }

    List<Ended<SpanKey>> endedSpans() {
        return endedSpans;
    }

    List<Ended<RemarkKey>> endedRemarks() {
        return endedRemarks;
    }

    /** Writes, and forgets, the rows to which nothing can happen any more. */
    public void writePast(ProjectedRows rows) {
        entries.forEach(rows::entry);
        pastSpans.forEach(past -> rows.span(past.territory(), past.row(), past.end()));
        pastRemarks.forEach(past -> rows.remark(past.key(), past.made(), past.takenBack()));
        entries.clear();
        pastSpans.clear();
        pastRemarks.clear();
    }

    /** Writes, and forgets, the rows that are still open. */
    public void writeOpen(ProjectedRows rows) {
        openSpans.forEach((key, row) -> rows.span(key.territory(), row, null));
        openRemarks.forEach((key, made) -> rows.remark(key, made, null));
        openSpans.clear();
        openRemarks.clear();
    }

    private void close(String territory, SpanRow row, ProjectedRows.End now) {
        SpanKey key = key(territory, row);
        if (openSpans.remove(key) == null) {
            endedSpans.add(new Ended<>(key, now));
        } else {
            pastSpans.add(new PastSpan(territory, row, now));
        }
    }

    private void takeBack(RemarkKey key, ProjectedRows.End now) {
        ProjectedRows.End made = openRemarks.remove(key);
        if (made == null) {
            endedRemarks.add(new Ended<>(key, now));
        } else {
            pastRemarks.add(new PastRemark(key, made, now));
        }
    }

    private static SpanKey key(String territory, SpanRow row) {
        return new SpanKey(territory, row.span().subject(), row.openedBy(), row.ordinal());
    }
}
