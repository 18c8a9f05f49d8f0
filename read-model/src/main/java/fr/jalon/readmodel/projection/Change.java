package fr.jalon.readmodel.projection;

import fr.jalon.events.register.Remark;
import fr.jalon.store.entry.LoggedEntry;
import java.util.List;

/**
 * What one entry changes in its territory's rows.
 *
 * @param untold how many of the subjects it moves have more readings than are told apart
 */
public record Change(
        LoggedEntry entry,
        Projected after,
        List<SpanRow> closed,
        List<SpanRow> opened,
        List<Remark> takenBack,
        List<Remark> made,
        long untold) {}
