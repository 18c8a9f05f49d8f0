package fr.jalon.standalone.cli.operating;

import fr.jalon.postgres.DatabaseAtHand;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.standalone.cli.client.Server;
import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Surroundings;
import fr.jalon.standalone.cli.terminal.Trouble;
import fr.jalon.standalone.server.Demo;
import fr.jalon.web.account.Actor;
import fr.jalon.web.account.ListedAccount;
import fr.jalon.web.account.Passwords;
import fr.jalon.web.account.Right;
import fr.jalon.web.account.StoredAccounts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code jalon account}: who may come in, kept in the register's own database by whoever owns the data directory,
 * served or not. It counts at once.
 */
@Command(name = "account", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "${bundle:label.commands}")
public final class AccountCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), Messages.say("account.missing"));
    }

    @Command(name = "list", mixinStandardHelpOptions = true)
    void list(@Mixin DataDirectory data) {
        List<ListedAccount> accounts = in(data, StoredAccounts::all);
        for (ListedAccount each : accounts) {
            String line = each.actor().name() + " " + each.actor().roleAndScope();
            out().println(each.enabled() ? line : line + " " + Messages.say("account.is-disabled"));
        }
    }

    @Command(name = "add", mixinStandardHelpOptions = true)
    void add(
            @Parameters(paramLabel = "${bundle:label.name}", descriptionKey = "account.name") String name,
            @Parameters(paramLabel = "${bundle:label.role}", descriptionKey = "account.role") String role,
            @Option(names = "--random", descriptionKey = "account.random") boolean random,
            @Mixin DataDirectory data) {
        Actor actor = actor(name, role);
        keeping(data);
        String password = random ? Passwords.random() : ChosenPassword.ask();
        in(data, accounts -> {
            try {
                accounts.create(actor, password);
            } catch (IllegalStateException taken) {
                throw new Trouble(ExitCode.REFUSED, Messages.say("account.taken", name));
            }
            return true;
        });
        tell(random, name, password, Messages.say("account.added", name));
    }

    @Command(name = "reset", mixinStandardHelpOptions = true)
    void reset(
            @Parameters(paramLabel = "${bundle:label.name}", descriptionKey = "account.name") String name,
            @Option(names = "--random", descriptionKey = "account.random") boolean random,
            @Mixin DataDirectory data) {
        keeping(data);
        String password = random ? Passwords.random() : ChosenPassword.ask();
        change(data, name, accounts -> accounts.setPassword(name, password));
        tell(random, name, password, Messages.say("account.changed", name));
    }

    /** One's own, wherever the register is: by asking it. */
    @Command(name = "password", mixinStandardHelpOptions = true)
    void password(@Mixin Server server) {
        String old = ChosenPassword.inUse();
        String wanted = ChosenPassword.ask();
        server.post(
                "/account/password",
                Map.of(),
                JsonMapper.shared().createObjectNode().put("old", old).put("password", wanted));
        out().println(Messages.say("account.own-changed"));
    }

    @Command(name = "role", mixinStandardHelpOptions = true)
    void role(
            @Parameters(paramLabel = "${bundle:label.name}", descriptionKey = "account.name") String name,
            @Parameters(paramLabel = "${bundle:label.role}", descriptionKey = "account.role") String role,
            @Mixin DataDirectory data) {
        Actor actor = actor(name, role);
        change(data, name, accounts -> {
            if (!actor.may(Right.KEEP_ACCOUNTS, null, null)) {
                requireAnotherNational(accounts, name);
            }
            return accounts.setRole(actor);
        });
        out().println(Messages.say("account.changed", name));
    }

    /** For a holder who lost it, and their recovery codes. */
    @Command(name = "forget-factor", mixinStandardHelpOptions = true)
    void forgetFactor(
            @Parameters(paramLabel = "${bundle:label.name}", descriptionKey = "account.name") String name,
            @Mixin DataDirectory data) {
        change(data, name, accounts -> accounts.forgetSecondFactor(name));
        out().println(Messages.say("account.changed", name));
    }

    @Command(name = "disable", mixinStandardHelpOptions = true)
    void disable(
            @Parameters(paramLabel = "${bundle:label.name}", descriptionKey = "account.name") String name,
            @Mixin DataDirectory data) {
        change(data, name, accounts -> {
            requireAnotherNational(accounts, name);
            return accounts.setEnabled(name, false);
        });
        out().println(Messages.say("account.disabled", name));
    }

    @Command(name = "enable", mixinStandardHelpOptions = true)
    void enable(
            @Parameters(paramLabel = "${bundle:label.name}", descriptionKey = "account.name") String name,
            @Mixin DataDirectory data) {
        change(data, name, accounts -> accounts.setEnabled(name, true));
        out().println(Messages.say("account.enabled", name));
    }

    private static void requireAnotherNational(StoredAccounts accounts, String name) {
        if (accounts.isLastNational(name)) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("account.last-national", name));
        }
    }

    private void tell(boolean random, String name, String password, String otherwise) {
        out().println(random ? Messages.say("account.password", name, password) : otherwise);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private static Actor actor(String name, String role) {
        try {
            return Actor.of(name, role);
        } catch (IllegalArgumentException e) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("account.what", name, role));
        }
    }

    private static void change(DataDirectory data, String name, Function<StoredAccounts, Boolean> change) {
        if (!in(data, change)) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("account.none", name));
        }
    }

    /** As the schema's owner: a change by anybody else is a fault that the check names. */
    private static <T> T in(DataDirectory data, Function<StoredAccounts, T> deed) {
        Path directory = keeping(data);
        return DataDirectory.told(directory, () -> {
            try (DatabaseAtHand database = DatabaseAtHand.of(directory)) {
                return deed.apply(new StoredAccounts(database.dataSource(DatabaseRole.OWNER)));
            }
        });
    }

    /** Sees to it that accounts are kept in the data; asked before anybody types a password. */
    private static Path keeping(DataDirectory data) {
        String file = Surroundings.current().variable("JALON_ACCOUNTS_FILE");
        if (file != null) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("account.by-file", file));
        }
        Path directory = data.existing();
        if (Demo.isIn(directory)) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("account.of-demo", directory.toAbsolutePath()));
        }
        return directory;
    }
}
