package fr.jalon.seal.check;

import fr.jalon.events.entry.Code;
import fr.jalon.seal.log.SealedLog;
import fr.jalon.store.log.StoredEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it was sealed, or not as the log says.
 *
 * @param index the leaf it is found at, from 0; -1 where it is no one leaf
 * @param entryId the entry at fault, if it is known which
 * @param detail in English, for whoever mends it; never what an entry says
 */
public record Finding(
        Kind kind,
        long index,
        @Nullable UUID entryId,
        @Nullable String territory,
        long position,
        String detail) {
    /** What is wrong. */
    public enum Kind implements Code {
        /** An event's content is not what was sealed. */
        CHANGED,
        /** An event that was sealed is gone. */
        MISSING,
        /** An event stands where another was sealed, and was never sealed itself. */
        INSERTED,
        /** An event stands where another was sealed. */
        REORDERED,
        /** The log ends before what was sealed of it. */
        TRUNCATED,
        /** An event does not follow the one before it in its territory's register. */
        OUT_OF_ORDER,
        /** The sealed tree itself is not what was signed. */
        TREE,
        /** A checkpoint is not signed with a key of this log. */
        SIGNATURE,
        /** The checkpoints in the database are not those that were put there, one after the other. */
        CHECKPOINT,
        /** The keys listed for this log are not those that its key vouches for. */
        KEY,
        /** A checkpoint kept elsewhere knows of more than the log has: an old copy was put in its place. */
        ROLLED_BACK,
        /** A checkpoint kept elsewhere was of another log: this one was made anew. */
        REWRITTEN,
        /** A file that should hold a kept checkpoint does not: it can vouch for nothing. */
        KEPT_UNREADABLE,
        /** This database's copy of the log is not the log. */
        COPY,
        /** The read models do not hold what the log says. */
        PROJECTION,
        /** Where the projection stands in the log is not where it can stand. */
        TOKEN,
        /** A territory is set aside, so that its entries are not shown. */
        PARKED,
        /** A snapshot is not the fold of the log it was taken of. */
        SNAPSHOT,
        /** An account is not what the record of their changes says. */
        ACCOUNT,
        /** An erasure of a person is not what the register says of it, or who was erased has a key again. */
        ERASURE,
        /** Tables, rights, functions or triggers are not those that Jalon made. */
        SCHEMA,
        /** What the database says of itself is not so: its store, the days that were mailed. */
        STATEMENT,
        /** Something could not be read, so that nobody can tell. */
        UNCHECKED
    }

    static Finding of(Kind kind, SealedLog.SealedLeaf leaf, String detail) {
        return new Finding(kind, leaf.index(), leaf.entryId(), leaf.territory(), leaf.position(), detail);
    }

    static Finding of(Kind kind, StoredEvent event, String detail) {
        return new Finding(kind, event.globalIndex() - 1, event.entryId(), event.territory(), event.position(), detail);
    }

    /** At a place in a register of which no entry is known. */
    static Finding of(Kind kind, String territory, long position, String detail) {
        return new Finding(kind, -1, null, territory, position, detail);
    }

    static Finding of(Kind kind, long index, String detail) {
        return new Finding(kind, index, null, null, 0, detail);
    }

    static Finding of(Kind kind, String detail) {
        return new Finding(kind, -1, null, null, 0, detail);
    }

    /** One line for a log or a health page: kind and place. */
    public String place() {
        if (entryId != null) {
            return "%s: entry %s, %s %d, leaf %d".formatted(kind.code(), entryId, territory, position, index);
        }
        return territory == null
                ? kind.code() + ": " + detail
                : "%s: %s %d: %s".formatted(kind.code(), territory, position, detail);
    }
}
