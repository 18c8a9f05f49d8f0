package fr.jalon.readmodel.rebuild;

/** Hears how far a rebuild is; from any of its threads. */
@FunctionalInterface
public interface ProgressListener {
    /** What a rebuild does, in this order. */
    enum Step {
        FOLDING,
        INDEXING,
        CATCHING_UP,
        SWITCHED
    }

    /** So many of so many entries are in. */
    void progress(Step step, long entries, long total);
}
