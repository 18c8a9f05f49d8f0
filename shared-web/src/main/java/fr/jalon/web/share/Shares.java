package fr.jalon.web.share;

import fr.jalon.web.account.Actor;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemCode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * So many of a costly thing at once, of which one account may hold a share (<i>part équitable</i>): whatever one does,
 * the others find room.
 */
public final class Shares {
    private final int share;
    private final int retrySeconds;
    private final Problem whenFull;
    private final Semaphore room;
    private final Map<String, Integer> held = new ConcurrentHashMap<>();

    /**
     * Room for some.
     *
     * @param atOnce how many all accounts together may have
     * @param share how many one may have
     * @param whenFull what is answered when there is no room
     */
    public Shares(int atOnce, int share, int retrySeconds, Problem whenFull) {
        this.share = share;
        this.retrySeconds = retrySeconds;
        this.whenFull = whenFull;
        this.room = new Semaphore(atOnce);
    }

    /** Something that is held until it is closed. */
    public interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Takes one for an account; a problem, 429 where it has its share already, else what is said when there is no room.
     */
    public Held take(Actor actor) {
        String account = actor.name();
        int now = held.merge(account, 1, Integer::sum);
        if (now > share) {
            giveBack(account);
            throw Problem.of(ProblemCode.TOO_MANY_AT_ONCE)
                    .detailed(share)
                    .header("Retry-After", Integer.toString(retrySeconds))
                    .asException();
        }
        if (!room.tryAcquire()) {
            giveBack(account);
            throw whenFull.asException();
        }
        return () -> {
            room.release();
            giveBack(account);
        };
    }

    private void giveBack(String account) {
        held.computeIfPresent(account, (ignored, count) -> count == 1 ? null : count - 1);
    }
}
