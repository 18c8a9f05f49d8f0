package fr.jalon.standalone.cli.operating;

import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Trouble;
import fr.jalon.standalone.server.AnotherReadingException;
import fr.jalon.standalone.server.Certificate;
import fr.jalon.standalone.server.Demo;
import fr.jalon.standalone.server.StandaloneServer;
import fr.jalon.web.account.Actor;
import fr.jalon.web.account.DemoAccounts;
import fr.jalon.web.account.Role;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code jalon demo}: serves with the case loaded and known accounts, on this machine only. */
@Command(name = "demo", mixinStandardHelpOptions = true)
public final class DemoCommand extends Serving {
    @Override
    boolean isDemo() {
        return true;
    }

    @Override
    Path defaultData() {
        return Path.of("demo-data");
    }

    @Override
    @Nullable
    Certificate certificate() {
        return null;
    }

    @Override
    void prepare(StandaloneServer server, PrintWriter out, SlowStart progress) {
        progress.now(Messages.say("start.case"));
        out.println(Messages.say("demo.loaded", load(server)));
        out.println(Messages.say("demo.persons"));
        String funders = DemoAccounts.actors().stream()
                .filter(actor -> actor.mandates().getFirst().role() == Role.FUNDER)
                .map(Actor::name)
                .collect(Collectors.joining(", "));
        out.println(Messages.say("demo.accounts", funders, DemoAccounts.PASSWORD));
    }

    @Override
    String open(URI address) {
        return Messages.say("demo.open", address, DemoAccounts.PASSWORD);
    }

    @Override
    String next(URI address) {
        return Messages.say("demo.next", address, DemoAccounts.PASSWORD);
    }

    private static int load(StandaloneServer server) {
        try {
            return new Demo(server).load();
        } catch (AnotherReadingException another) {
            throw new Trouble(ExitCode.CONFIGURATION, Messages.say("demo.another"));
        }
    }
}
