package fr.jalon.standalone.cli.operating;

import fr.jalon.database.PostgresVersion;
import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Surroundings;
import fr.jalon.standalone.cli.terminal.Trouble;
import fr.jalon.standalone.server.UnknownSchemaException;
import fr.jalon.standalone.server.Upgrade;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code jalon migrate}: makes a database ready for services of this version. Passwords come by the environment alone.
 */
@Command(name = "migrate", mixinStandardHelpOptions = true)
public final class MigrateCommand implements Runnable {
    private static final List<String> ROLES = List.of("accounts", "analyst", "command", "query", "mirror");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        DataSource owner = owner();
        Upgrade upgrade = new Upgrade(owner);
        try (Connection first = owner.getConnection()) {
            requireVersion(PostgresVersion.of(first));
            upgrade.schemas();
            out.println(Messages.say("migrate.schemas", first.getCatalog()));
            List<String> given = upgrade.letIn(passwords());
            given.forEach(role -> out.println(Messages.say("migrate.password", role)));
        } catch (SQLException e) {
            throw new Trouble(ExitCode.UNAVAILABLE, Messages.say("migrate.failed", String.valueOf(e.getMessage())));
        } catch (Trouble told) {
            throw told;
        } catch (UnknownSchemaException unknown) {
            throw new Trouble(ExitCode.CONFIGURATION, Messages.say("migrate.unknown-schema"));
        } catch (RuntimeException e) {
            throw new Trouble(ExitCode.INTERNAL, Messages.say("migrate.failed", cause(e)));
        }
    }

    private static void requireVersion(PostgresVersion version) {
        if (version.isTooOld()) {
            throw new Trouble(
                    ExitCode.CONFIGURATION, Messages.say("migrate.version", version.name(), PostgresVersion.OLDEST));
        }
    }

    private DataSource owner() {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        try {
            owner.setUrl(required("JALON_DATABASE_URL"));
        } catch (IllegalArgumentException e) {
            throw new Trouble(ExitCode.CONFIGURATION, Messages.say("migrate.url"));
        }
        owner.setUser(
                Objects.requireNonNullElse(Surroundings.current().variable("JALON_DATABASE_USER"), "jalon_owner"));
        owner.setPassword(required("JALON_DATABASE_PASSWORD"));
        return owner;
    }

    private Map<String, String> passwords() {
        Map<String, String> passwords = new TreeMap<>();
        for (String role : ROLES) {
            String password =
                    Surroundings.current().variable("JALON_%s_PASSWORD".formatted(role.toUpperCase(Locale.ROOT)));
            if (password != null) {
                passwords.put("jalon_" + role, password);
            }
        }
        return passwords;
    }

    private String required(String variable) {
        String value = Surroundings.current().variable(variable);
        if (value == null) {
            throw new Trouble(ExitCode.CONFIGURATION, Messages.say("migrate.missing", variable));
        }
        return value;
    }

    private static String cause(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .reduce((outer, inner) -> inner)
                .map(Throwable::getMessage)
                .orElse("?");
    }
}
