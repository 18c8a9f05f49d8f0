package fr.jalon.query.projection;

import java.util.List;

/** What one entry changes in its territory's rows. */
record Change(
        LoggedEntry entry,
        Projected after,
        List<SpanRow> closed,
        List<SpanRow> opened,
        List<Remark> takenBack,
        List<Remark> made) {}
