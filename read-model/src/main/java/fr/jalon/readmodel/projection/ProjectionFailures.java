package fr.jalon.readmodel.projection;

import fr.jalon.store.log.StoreUnavailableException;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.transaction.TransactionException;

/**
 * Whose fault a failure is: an entry's, which then parks, or the machinery's, which passes and is simply tried again.
 */
public final class ProjectionFailures {
    /** Classes of SQLState: cardinality, data, integrity, limits of the program. */
    private static final Set<String> OF_THE_DATA = Set.of("21", "22", "23", "44", "54");

    private ProjectionFailures() {}

    public static boolean liesInTheData(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                return state != null && state.length() == 5 && OF_THE_DATA.contains(state.substring(0, 2));
            }
            if (cause instanceof StaleProjectionException
                    || cause instanceof StoreUnavailableException
                    || cause instanceof TransactionException) {
                return false;
            }
        }
        return true;
    }
}
