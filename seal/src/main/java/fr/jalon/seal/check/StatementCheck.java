package fr.jalon.seal.check;

import fr.jalon.seal.check.Finding.Kind;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds what the database says of itself against what this process knows: which store keeps the log, what was mailed.
 */
final class StatementCheck implements Check {
    private final JdbcClient jdbc;
    private final String store;
    private final InstantSource clock;

    /** @param store which keeps the log: the value of {@code jalon.event-store} */
    StatementCheck(DataSource database, String store, InstantSource clock) {
        this.jdbc = JdbcClient.create(database);
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void run(Findings findings, Listener listener) {
        List<String> kept = jdbc.sql("select store from events.kept_by")
                .<String>query((row, number) -> row.getString(1))
                .list();
        if (!kept.equals(List.of(store))) {
            findings.add(Kind.STATEMENT, "the log is kept by " + store + ", and events.kept_by says " + kept);
        }
        jdbc.sql("select day from sealed.mailed where day > ? order by day")
                .param(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1))
                .query(LocalDate.class)
                .list()
                .forEach(day -> findings.add(
                        Kind.STATEMENT, "the checkpoint of " + day + " is said to be mailed, a day that is to come"));
    }
}
