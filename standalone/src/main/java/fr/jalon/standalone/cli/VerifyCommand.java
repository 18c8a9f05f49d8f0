package fr.jalon.standalone.cli;

import fr.jalon.log.VerifierKey;
import fr.jalon.query.audit.pack.PackFault;
import fr.jalon.query.audit.pack.PackVerifier;
import fr.jalon.query.audit.pack.PackVerifier.Verified;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jalon verify}: whether an audit pack holds; asks no server. */
@Command(name = "verify", mixinStandardHelpOptions = true, resourceBundle = "fr.jalon.standalone.cli.messages")
final class VerifyCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "PACK", descriptionKey = "pack")
    @SuppressWarnings("NullAway.Init")
    private Path pack;

    @Option(names = "--key", paramLabel = "KEY", descriptionKey = "key")
    private final List<String> keys = new ArrayList<>();

    @Override
    public void run() {
        PackVerifier verifier = new PackVerifier(keys.stream().map(this::key).toList());
        try {
            say(verifier.verify(pack));
        } catch (PackFault fault) {
            String sentence = fault.code().equals("key") ? "verify.key-file" : "verify." + fault.code();
            throw new Trouble(
                    ExitCode.REFUSED,
                    Messages.say("verify.fault", Messages.say(sentence, fault.file(), fault.place())));
        } catch (IOException unreadable) {
            throw new ParameterException(spec.commandLine(), Messages.say("import.no-file", pack));
        }
    }

    private void say(Verified verified) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(Messages.say("verify.whole", verified.territory()));
        out.println(Messages.say("verify.files", verified.files()));
        out.println(Messages.say("verify.entries", verified.entries(), verified.size()));
        out.println(Messages.say("verify.folded"));
        if (keys.isEmpty()) {
            out.println(Messages.say("verify.untrusted"));
            verified.keys().forEach(key -> out.println("  " + key.text()));
        } else {
            out.println(Messages.say("verify.trusted"));
        }
    }

    private VerifierKey key(String text) {
        try {
            return VerifierKey.parse(text);
        } catch (RuntimeException notOne) {
            throw new ParameterException(spec.commandLine(), Messages.say("verify.key", text));
        }
    }
}
