package fr.jalon.standalone;

import com.zaxxer.hikari.HikariDataSource;
import fr.jalon.command.CommandService;
import fr.jalon.database.AdvisoryLock;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.EmbeddedPostgres;
import fr.jalon.postgres.TestCluster;
import fr.jalon.query.QueryServiceApplication;
import fr.jalon.store.log.Migrations;
import fr.jalon.web.account.StoredAccounts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Several services, each a process of its own, on one PostgreSQL that may be cut off and killed. Another store for the
 * log is another stand: it adds what the services are told of it, and what may befall it.
 */
public class Stand implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final EmbeddedPostgres postgres;
    private final HikariDataSource owner;
    private final Gate gate;
    private final Path directory;
    private final Path logs;
    private final String password;
    private final List<Service> commandServices = new ArrayList<>();
    private final List<Service> queryServices = new ArrayList<>();

    /**
     * A database that was migrated, and no service yet.
     *
     * @param directory for all that is to be kept
     * @param logs for what the services say
     */
    public Stand(Path directory, Path logs) {
        this.logs = logs;
        TestCluster.into(directory);
        this.directory = directory;
        postgres = EmbeddedPostgres.start(directory);
        owner = new HikariDataSource();
        owner.setDataSource(postgres.dataSource(DatabaseRole.OWNER));
        owner.setMaximumPoolSize(3);
        owner.setMinimumIdle(0);
        Migrations.run(owner);
        StoredAccounts.migrate(owner);
        password = new StoredAccounts(owner).createFirstNational();
        gate = new Gate(postgres.port());
    }

    /** What this stand's store is called, for tables. */
    public String name() {
        return "PostgreSQL";
    }

    /** What services are told beside where the database is. */
    protected List<String> arguments() {
        return List.of();
    }

    /** What they are told in secret. */
    protected Map<String, String> secrets() {
        return Map.of();
    }

    /** Kills what keeps the log; it comes back by itself. */
    void killStore() {
        killPostgres();
    }

    /** Kills what keeps the log, and returns when it answers again. */
    public void restartStore() {
        killPostgres();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!databaseAnswers()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("The database does not come back");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void killPostgres() {
        ProcessHandle server = ProcessHandle.of(postgres.pid()).orElseThrow();
        server.destroyForcibly();
        server.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private boolean databaseAnswers() {
        try {
            return admin().sql("select true").query(Boolean.class).single();
        } catch (DataAccessException notYet) {
            return false;
        }
    }

    /** Makes PostgreSQL append nothing, and whoever appends wait, until this is closed. */
    final AutoCloseable holdUp() throws Exception {
        Connection holder = postgres.dataSource(DatabaseRole.OWNER).getConnection();
        try (Statement lock = holder.createStatement()) {
            AdvisoryLock.APPEND.take(lock);
        }
        return holder;
    }

    /** Starts one more service that records, and does not wait for it. */
    public final Service startCommandService() {
        Service service = service(CommandService.class, DatabaseRole.COMMAND, List.of("--jalon.stop.notice=1s"));
        commandServices.add(service);
        return service;
    }

    /** Starts one more service that answers, and does not wait for it; all have the signing key. */
    public final Service startQueryService() {
        Service service = service(
                QueryServiceApplication.class,
                DatabaseRole.QUERY,
                List.of(
                        "--jalon.log.key-file=" + directory.resolve("keys/log.key"),
                        "--jalon.log.keep-in=" + directory.resolve("checkpoints")));
        queryServices.add(service);
        return service;
    }

    public final List<Service> commandServices() {
        return commandServices;
    }

    public final List<Service> queryServices() {
        return queryServices;
    }

    public final void awaitHealthy() {
        commandServices.forEach(Service::awaitHealthy);
        queryServices.forEach(Service::awaitHealthy);
    }

    /** Somebody who may do everything, at one of the services. */
    Asking asking(Service service) {
        return new Asking(service.address(), "national", password);
    }

    /** The password of the account {@code national}. */
    public final String password() {
        return password;
    }

    /** The accounts, as their keeper on the machine changes them. */
    final StoredAccounts accounts() {
        return new StoredAccounts(owner);
    }

    /** The database, as its owner looks into it. */
    final JdbcClient sql() {
        return JdbcClient.create(owner);
    }

    /** The database, as somebody with every right does. */
    final JdbcClient admin() {
        return JdbcClient.create(postgres.dataSource(DatabaseRole.ADMIN));
    }

    /** The database, as one who writes the log reaches it, past the gate. */
    final EmbeddedPostgres postgres() {
        return postgres;
    }

    /** Cuts all services' connections to the database; new ones are refused. */
    final void cutOff() {
        gate.shut();
    }

    final void reconnect() {
        gate.open();
    }

    /** Cuts all services' connections to what keeps the log. */
    void cutStore() {
        cutOff();
    }

    void reconnectStore() {
        reconnect();
    }

    /** What the roles of the database are let in with. */
    protected final String password(DatabaseRole role) {
        return postgres.password(role);
    }

    @Override
    public void close() {
        commandServices.forEach(Service::kill);
        queryServices.forEach(Service::kill);
        cutOff();
        owner.close();
        postgres.close();
    }

    private Service service(Class<?> main, DatabaseRole role, List<String> own) {
        List<String> all = new ArrayList<>(own);
        all.addAll(arguments());
        all.add("--jalon.people.key-file=" + directory.resolve("keys/people.key"));
        all.add("--jalon.database.url=jdbc:postgresql://127.0.0.1:" + gate.port() + "/" + EmbeddedPostgres.DATABASE);
        Map<String, String> told = new HashMap<>(secrets());
        told.put("JALON_DATABASE_PASSWORD", postgres.password(role));
        return new Service(main, all, told, logs);
    }
}
