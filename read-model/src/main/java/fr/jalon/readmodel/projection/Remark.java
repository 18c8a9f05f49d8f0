package fr.jalon.readmodel.projection;

import java.util.UUID;

/** What one entry says of another: a row of the history. */
record Remark(UUID target, Kind kind, UUID entryId) {
    /** What it says. */
    enum Kind {
        CORRECTED,
        RETRACTED,
        CONTESTED,
        ABANDONED,
        FULFILLED
    }
}
