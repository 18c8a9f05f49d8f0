package fr.jalon.standalone.cli.proving;

import fr.jalon.log.Checkpoint;
import fr.jalon.seal.pack.PackFault;
import fr.jalon.seal.pack.PackFault.FaultyEntry;
import fr.jalon.seal.pack.PackKind;
import fr.jalon.seal.pack.PackVerifier;
import fr.jalon.seal.pack.PackVerifier.Verified;
import fr.jalon.standalone.cli.client.Server;
import fr.jalon.standalone.cli.proving.SeenHeads.Head;
import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Trouble;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jalon verify}: whether an audit pack holds; asks no server but the one given by {@code --url}. */
@Command(name = "verify", mixinStandardHelpOptions = true)
public final class VerifyCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "${bundle:label.pack}", descriptionKey = "pack")
    @SuppressWarnings("NullAway.Init")
    private Path pack;

    @Option(names = "--key", paramLabel = "${bundle:label.key}", descriptionKey = "key")
    private final List<String> keys = new ArrayList<>();

    @Mixin
    private final Server server = new Server();

    @Override
    public void run() {
        PackVerifier verifier = new PackVerifier(keys.stream().map(LogKeys::key).toList());
        try {
            Verified verified = verifier.verify(pack);
            say(verified);
            compare(verified.checkpoint());
        } catch (PackFault fault) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("verify.fault", sentence(fault)));
        } catch (IOException unreadable) {
            throw new Trouble(ExitCode.USAGE, Messages.say("import.no-file", pack));
        }
    }

    private static String sentence(PackFault fault) {
        FaultyEntry entry = fault.entry();
        if (entry != null) {
            String id = entry.id().isEmpty() ? "?" : entry.id();
            String number = Long.toString(entry.number());
            return Messages.say("verify.entry." + fault.code(), fault.file(), number, entry.territory(), id);
        }
        return Messages.say("verify.file." + fault.code(), fault.file(), fault.place());
    }

    private void say(Verified verified) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(whole(verified));
        out.println(Messages.say("verify.files", verified.files()));
        if (verified.kind() == PackKind.FUNDER) {
            out.println(Messages.say("verify.rests-on", verified.entries(), verified.size()));
        } else {
            out.println(Messages.say("verify.entries", verified.entries(), verified.size()));
            out.println(Messages.say("verify.folded"));
        }
        if (keys.isEmpty()) {
            out.println(Messages.say("verify.untrusted"));
            verified.keys().forEach(key -> out.println("  " + key.text()));
        } else {
            out.println(Messages.say("verify.trusted"));
        }
    }

    /**
     * With the heads seen of the same log: as far as can be told by itself, and wholly where a server is given to prove
     * it.
     */
    private void compare(Checkpoint own) {
        SeenHeads heads = SeenHeads.ofUser();
        for (Head seen : heads.of(own.origin())) {
            if (seen.checkpoint().size() == own.size()
                    && !seen.checkpoint().root().equals(own.root())) {
                throw new Trouble(ExitCode.REFUSED, Messages.say("verify.fork", seen.server(), own.size()));
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        if (spec.commandLine().getParseResult().hasMatchedOption("--url")) {
            SeenHeads.Said said = heads.look(server, false);
            if (said.fault() != null) {
                throw new Trouble(ExitCode.REFUSED, said.fault());
            }
            if (said.head() == null || !isPartOf(own, said.head().checkpoint())) {
                throw new Trouble(ExitCode.REFUSED, Messages.say("verify.fork", server.address(), own.size()));
            }
            out.println(Messages.say("verify.linked", server.address()));
        } else {
            heads.of(own.origin()).stream()
                    .filter(seen -> seen.checkpoint().size() != own.size())
                    .forEach(seen -> out.println(
                            Messages.say("verify.not-linked", seen.checkpoint().size(), seen.server())));
        }
    }

    private boolean isPartOf(Checkpoint own, Checkpoint head) {
        return own.origin().equals(head.origin()) && own.size() <= head.size() && SeenHeads.begins(own, head, server);
    }

    private static String whole(Verified verified) {
        return switch (verified.kind()) {
            case TERRITORY -> Messages.say("verify.whole", verified.subject());
            case NATIONAL -> Messages.say("verify.whole-national");
            case FUNDER -> Messages.say("verify.whole-funder", verified.subject());
        };
    }
}
