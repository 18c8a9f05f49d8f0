package fr.jalon.query.projection;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.time.DayRange;
import fr.jalon.events.time.Days;
import fr.jalon.events.time.Effective;
import fr.jalon.events.time.Period;
import fr.jalon.events.time.Point;
import fr.jalon.events.time.Window;
import fr.jalon.events.timeline.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rows on their way into the read models, by table. */
final class Rows {
    static final String SPAN = "span (territory, subject, key, value, possible, certain, recorded, since, until,"
            + " entries, contested, opened_by, ordinal, closed_by)";
    static final String ENTRY = "entry (territory, position, global_index, entry_id, recorded_at, type, actor, role,"
            + " status, effective, days, content)";
    static final String REMARK =
            "remark (territory, target, kind, entry_id, position, recorded_at, taken_back_by," + " taken_back_at)";

    final CopyText spans = new CopyText();
    final CopyText entries = new CopyText();
    final CopyText remarks = new CopyText();

    /** When something of a row ended: with which entry. */
    record End(long position, Instant recordedAt) {
        static End with(LoggedEntry entry) {
            return new End(entry.position(), entry.recorded().recordedAt());
        }
    }

    int length() {
        return spans.length() + entries.length() + remarks.length();
    }

    void clear() {
        spans.clear();
        entries.clear();
        remarks.clear();
    }

    void span(String territory, SpanRow row, @Nullable End end) {
        Span span = row.span();
        spans.field(territory)
                .field(span.subject().kind().code())
                .field(span.subject().key())
                .field(EntryJson.nameless(span.value()).toString())
                .field(span.possible())
                .field(span.certain())
                .field(row.openedAt(), end == null ? null : end.recordedAt())
                .field(span.since())
                .field(span.until())
                .field(span.entries())
                .field(span.contested())
                .field(row.openedBy())
                .field(row.ordinal())
                .field(end == null ? null : (Long) end.position())
                .end();
    }

    void entry(LoggedEntry logged) {
        Entry entry = logged.recorded().entry();
        Effective effective = entry.effective();
        entries.field(logged.territory())
                .field(logged.position())
                .field(logged.globalIndex())
                .field(entry.entryId())
                .field(logged.recorded().recordedAt())
                .field(EntryType.of(entry).name())
                .field(logged.actor())
                .field(logged.role())
                .field(entry.header().status().code())
                .field(effective == null ? null : effective.text())
                .field(effective == null ? null : days(effective))
                .field(logged.content())
                .end();
    }

    void remark(Batch.RemarkKey key, End made, @Nullable End takenBack) {
        Remark remark = key.remark();
        remarks.field(key.territory())
                .field(remark.target())
                .field(code(remark.kind()))
                .field(remark.entryId())
                .field(made.position())
                .field(made.recordedAt())
                .field(takenBack == null ? null : (Long) takenBack.position())
                .field(takenBack == null ? null : takenBack.recordedAt())
                .end();
    }

    static String code(Remark.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
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
}
