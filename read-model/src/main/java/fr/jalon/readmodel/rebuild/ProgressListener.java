package fr.jalon.readmodel.rebuild;

import fr.jalon.events.entry.Code;

/** Hears how far a rebuild is; from any of its threads. */
@FunctionalInterface
public interface ProgressListener {
    /** What a rebuild does, in this order. */
    enum Step implements Code {
        FOLDING,
        INDEXING,
        CATCHING_UP,
        SWITCHED
    }

    /** So many of so many entries are in. */
    void progress(Step step, long entries, long total);
}
