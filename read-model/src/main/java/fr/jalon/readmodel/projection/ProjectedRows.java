package fr.jalon.readmodel.projection;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.language.Folded;
import fr.jalon.events.meaning.CompanionKind;
import fr.jalon.events.register.Remark;
import fr.jalon.events.time.DayRange;
import fr.jalon.events.time.Days;
import fr.jalon.events.time.Effective;
import fr.jalon.events.time.Period;
import fr.jalon.events.time.Point;
import fr.jalon.events.time.Window;
import fr.jalon.events.timeline.Span;
import fr.jalon.store.entry.LoggedEntry;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Rows on their way into the read models, by table. */
public final class ProjectedRows {
    static final String SPAN = "span (territory, subject, key, value, possible, certain, held, recorded, since, until,"
            + " entries, contested, opened_by, ordinal, closed_by, folded)";
    static final String ENTRY = "entry (territory, position, global_index, entry_id, recorded_at, type, actor, role,"
            + " status, effective, days, content, words)";
    static final String REMARK =
            "remark (territory, target, kind, entry_id, position, recorded_at, taken_back_by," + " taken_back_at)";

    static final String TERRITORY = "territory (territory, position, recorded_at)";

    private final SearchedWords words;

    ProjectedRows(SearchedWords words) {
        this.words = words;
    }

    final CopyData territories = new CopyData(columns(TERRITORY));
    final CopyData spans = new CopyData(columns(SPAN));
    final CopyData entries = new CopyData(columns(ENTRY));
    final CopyData remarks = new CopyData(columns(REMARK));

    /** When something of a row ended: with which entry. */
    record End(long position, Instant recordedAt) {
        static End with(LoggedEntry entry) {
            return new End(entry.position(), entry.recorded().recordedAt());
        }
    }

    public int length() {
        return territories.getLength() + spans.getLength() + entries.getLength() + remarks.getLength();
    }

    public void clear() {
        territories.clear();
        spans.clear();
        entries.clear();
        remarks.clear();
    }

    public void territory(String territory, Projected projected) {
        territories
                .row()
                .text(territory)
                .number(projected.position())
                .instant(projected.register().recordedAt());
    }

    void span(String territory, SpanRow row, @Nullable End end) {
        Span span = row.span();
        spans.row()
                .text(territory)
                .text(span.subject().kind().code())
                .text(span.subject().key())
                .json(EntryJson.nameless(span.value()).toString())
                .days(span.possible())
                .days(span.certain())
                .days(span.held())
                .instants(row.openedAt(), end == null ? null : end.recordedAt())
                .text(span.since())
                .text(span.until())
                .ids(span.entries())
                .flag(span.contested())
                .number(row.openedBy())
                .number(row.ordinal())
                .number(end == null ? null : (Long) end.position())
                .text(folded(span));
    }

    private static @Nullable String folded(Span span) {
        Object name = span.subject().kind() == CompanionKind.NAME ? span.value().get("name") : null;
        return name == null ? null : Folded.of(name.toString());
    }

    void entry(LoggedEntry logged) {
        Entry entry = logged.recorded().entry();
        Effective effective = entry.effective();
        entries.row()
                .text(logged.territory())
                .number(logged.position())
                .number(logged.globalIndex())
                .id(entry.entryId())
                .instant(logged.recorded().recordedAt())
                .text(EntryType.of(entry).name())
                .text(logged.actor())
                .text(logged.role())
                .text(entry.header().status().code())
                .text(effective == null ? null : effective.text())
                .days(effective == null ? null : days(effective))
                .text(logged.content())
                .words(words.of(logged.content()));
    }

    void remark(Batch.RemarkKey key, End made, @Nullable End takenBack) {
        Remark remark = key.remark();
        remarks.row()
                .text(key.territory())
                .id(remark.target())
                .text(remark.kind().code())
                .id(remark.entryId())
                .number(made.position())
                .instant(made.recordedAt())
                .number(takenBack == null ? null : (Long) takenBack.position())
                .instant(takenBack == null ? null : takenBack.recordedAt());
    }

    /** All days that something may touch, from the earliest to the latest. */
    private static @Nullable DayRange days(Effective effective) {
        LocalDate from = effective.start().window().earliest();
        LocalDate to = switch (effective) {
            case Point point -> Days.dayAfter(point.window().latest());
            case Period period -> over(period.over());
        };
        return from.isBefore(to) ? new DayRange(from, to) : null;
    }

    private static LocalDate over(@Nullable Window over) {
        return over == null ? Days.NEVER : over.latest();
    }

    private static int columns(String table) {
        return table.split(",").length;
    }
}
