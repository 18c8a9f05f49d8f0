package fr.jalon.seal.check;

import fr.jalon.log.VerifierKey;
import fr.jalon.readmodel.projection.ProjectionCheck;
import fr.jalon.readmodel.tracking.TrackingCheck;
import fr.jalon.seal.log.KeptCheckpoints;
import fr.jalon.seal.log.SealedLog;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.PostgresEventLog;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * All that a self-check does, table by table of the database.
 *
 * @param own the keys that may have signed, if this process knows
 * @param store which keeps the log
 * @param register where erasures of persons are recorded
 */
public record Checks(
        DataSource database,
        EventLog log,
        SealedLog sealed,
        KeptCheckpoints kept,
        List<VerifierKey> own,
        String store,
        String register,
        InstantSource clock) {
    /** @param isCopied whether this database holds a copy of the log only */
    public Map<String, Check> of(boolean isCopied, TrackingCheck tracking, ProjectionCheck projections) {
        Map<String, Check> checks = new LinkedHashMap<>();
        checks.put("the log", new LogCheck(log, sealed, kept, own, !isCopied));
        if (isCopied) {
            checks.put("the copy of the log", new CopyCheck(log, new PostgresEventLog(database)));
        }
        checks.put("the schema", new SchemaCheck(database));
        checks.put("what the database says of itself", new StatementCheck(database, store, clock));
        checks.put("the record of accounts", new AccountCheck(database));
        checks.put("erasures of persons", new ErasureCheck(database, register));
        checks.put("the snapshots", new SnapshotCheck(database, log));
        ModelCheck models = new ModelCheck(log);
        checks.put("the projection's notes", models.of(tracking));
        checks.put("the read models", models.against(projections));
        return checks;
    }
}
