package fr.jalon.standalone.cli.operating;

import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Trouble;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code jalon doctor}: whether this machine has what serving needs, in sentences. Nothing is changed. */
@Command(name = "doctor", mixinStandardHelpOptions = true)
public final class DoctorCommand implements Runnable {
    @Option(names = "--port", paramLabel = "PORT", descriptionKey = "port", defaultValue = "8080")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "${bundle:label.address}",
            descriptionKey = "bind",
            defaultValue = "127.0.0.1")
    @SuppressWarnings("NullAway.Init")
    private InetAddress bind;

    @Mixin
    private final DataDirectory data = new DataDirectory();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        List<Examination.Remark> remarks = new Examination(data.path(), bind, port).remarks();
        remarks.forEach(remark -> out.println((remark.sound() ? "✓ " : "✗ ") + remark.sentence()));
        out.flush();
        long faults = remarks.stream().filter(remark -> !remark.sound()).count();
        if (faults > 0) {
            throw new Trouble(ExitCode.CONFIGURATION, Messages.say("doctor.faults", faults));
        }
        out.println(Messages.say("doctor.sound"));
    }
}
