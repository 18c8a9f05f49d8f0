package fr.jalon.standalone.server;

import fr.jalon.console.ConsoleConfiguration;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.EmbeddedPostgres;
import fr.jalon.postgres.PrivateDirectory;
import fr.jalon.postgres.ProgramsHere;
import fr.jalon.web.account.Accounts;
import fr.jalon.web.account.StoredAccounts;
import fr.jalon.web.start.RefusedStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A running Jalon: both services and their database in this process. */
public final class StandaloneServer implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final @Nullable String firstPassword;

    /** Lets the first person in. */
    private interface FirstAccount {
        @Nullable
        String password(ConfigurableApplicationContext context, EmbeddedPostgres postgres);
    }

    private StandaloneServer(ConfigurableApplicationContext context, @Nullable String firstPassword) {
        this.context = context;
        this.firstPassword = firstPassword;
    }

    /**
     * Starts everything, ready to answer when this returns.
     *
     * @throws fr.jalon.postgres.DataDirectoryInUse if another process holds the data directory
     * @throws DataOfAnotherKind if a demonstration would be served from a register's data, or a register from a
     *     demonstration's
     * @throws RefusedStart if the accounts' file that is configured cannot be read, if a restore broke off here, or if
     *     another PostgreSQL made the data
     * @throws UnknownSchemaException if another version made the data's tables
     * @throws UnusableCertificateException if it cannot serve with its certificate
     * @throws IllegalArgumentException if a demonstration would be reachable from other machines
     */
    public static StandaloneServer start(Options options) {
        return start(options, stage -> {});
    }

    /** The same, saying each stage as it begins. */
    public static StandaloneServer start(Options options, Consumer<StartStage> beginning) {
        return start(options, beginning, StandaloneServer::firstPassword);
    }

    /** The same for the process itself to look in: no first account is made, whose password nobody would see. */
    static StandaloneServer startToLookIn(Options options) {
        return start(options, stage -> {}, (context, postgres) -> null);
    }

    private static StandaloneServer start(Options options, Consumer<StartStage> beginning, FirstAccount firstAccount) {
        if (options.demo() && !options.bind().isLoopbackAddress()) {
            throw new IllegalArgumentException("A demonstration serves this machine only");
        }
        if (Backup.isHalfRestored(options.data())) {
            throw new RefusedStart("A restore into " + options.data() + " did not come to its end: what is there is not"
                    + " the register. Empty the directory, and restore again.");
        }
        if (options.certificate() != null) {
            options.certificate().require(InstantSource.system());
        }
        String made = ProgramsHere.versionThatMade(options.data());
        if (made != null && !ProgramsHere.canRead(made)) {
            throw new RefusedStart("The data in " + options.data() + " were made by PostgreSQL " + made
                    + ", and this Jalon brings " + ProgramsHere.version() + ": start the Jalon that made them,"
                    + " jalon export there and jalon import here.");
        }
        beginning.accept(StartStage.DATABASE);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(options.data());
        DataKind kind = DataKind.of(options);
        try {
            kind.require(options.data(), postgres);
            makeLogs(options.data());
            beginning.accept(StartStage.TABLES);
            new Upgrade(postgres.dataSource(DatabaseRole.OWNER)).schemas();
            beginning.accept(StartStage.SERVICES);
            ConfigurableApplicationContext context = run(options, postgres);
            // Only now: a start that fails shows nobody the password, and leaves empty data to whoever comes.
            StandaloneServer server = new StandaloneServer(context, firstAccount.password(context, postgres));
            kind.mark(options.data());
            return server;
        } catch (RuntimeException e) {
            postgres.close();
            throw reason(e);
        }
    }

    /** Its sentence says more than where it came from. */
    private static RuntimeException reason(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedStart refused) {
                return refused;
            }
        }
        return failure;
    }

    /** Whether it serves pages for people; they sign in with the provider that is brought along. */
    public boolean hasConsole() {
        return context.getBeanProvider(ConsoleConfiguration.class).getIfAvailable() != null;
    }

    /** Where it answers. */
    public URI address() {
        var environment = context.getEnvironment();
        String host = environment.getRequiredProperty("server.address");
        String scheme = environment.containsProperty("server.ssl.bundle") ? "https" : "http";
        return URI.create(scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + environment.getRequiredProperty("local.server.port"));
    }

    /** The password of the account {@code national}, if this start made it; it is kept nowhere. */
    public @Nullable String firstPassword() {
        return firstPassword;
    }

    /** A part of it, for those who look inside. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Stops in order: requests in flight end, then the services, then the database. */
    @Override
    public void close() {
        context.close();
    }

    /** Before the log's own writer makes them, which would let others read. */
    private static void makeLogs(Path data) {
        try {
            Path logs = PrivateDirectory.inside(data, "logs");
            for (String log : List.of("jalon.log", "security.log")) {
                PrivateDirectory.file(logs.resolve(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The logs cannot be written in " + data, e);
        }
    }

    private static @Nullable String firstPassword(ConfigurableApplicationContext context, EmbeddedPostgres postgres) {
        if (!(context.getBean(Accounts.class) instanceof StoredAccounts)) {
            return null;
        }
        StoredAccounts accounts = new StoredAccounts(postgres.dataSource(DatabaseRole.OWNER));
        return accounts.isEmpty() ? accounts.createFirstNational() : null;
    }

    private static ConfigurableApplicationContext run(Options options, EmbeddedPostgres postgres) {
        SpringApplication application = new SpringApplication(StandaloneConfiguration.class);
        application.setDefaultProperties(properties(options));
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(Options.class, () -> options);
            // As a bean, so that it ends after all that use it.
            beans.registerBean(EmbeddedPostgres.class, () -> postgres);
        });
        return application.run();
    }

    private static Map<String, Object> properties(Options options) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.address", options.bind().getHostAddress());
        properties.put("server.port", options.port());
        properties.put("logging.config", "classpath:fr/jalon/standalone/server/logback.xml");
        properties.put("jalon.data", inside(options, ""));
        properties.putAll(Cookies.of(options));
        properties.put("jalon.logs", inside(options, "logs"));
        properties.put("jalon.projection.node", "standalone");
        properties.put("jalon.projection.segments", 1);
        properties.put("jalon.log.key-file", inside(options, "keys/log.key"));
        properties.put("jalon.people.key-file", inside(options, "keys/people.key"));
        properties.put("jalon.log.keep-in", inside(options, "checkpoints"));
        properties.put("spring.main.banner-mode", "off");
        properties.put("management.health.diskspace.path", inside(options, ""));
        properties.put("management.health.diskspace.threshold", "1GB");
        if (options.certificate() != null) {
            properties.putAll(options.certificate().properties());
        }
        return properties;
    }

    private static String inside(Options options, String path) {
        return options.data().resolve(path).toAbsolutePath().toString();
    }
}
