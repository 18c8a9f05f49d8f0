package fr.jalon.seal.check;

import fr.jalon.seal.check.SelfCheck.Step;

/** One thing that is held against another. It ends by itself and says what it found, whatever others find. */
@FunctionalInterface
public interface Check {
    void run(Findings findings, Listener listener);

    /** Is told how far a check is. */
    @FunctionalInterface
    interface Listener {
        void at(Step step, long done, long total);
    }
}
