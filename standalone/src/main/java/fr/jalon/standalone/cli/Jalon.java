package fr.jalon.standalone.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The {@code jalon} command. Exit codes: 0 done; 1 the register says no, or a check found a fault; 2 the command line
 * is wrong; 69 no server, or a data directory in use; 70 an error of Jalon's own; 77 not signed in, or not allowed; 78
 * the environment lacks something.
 */
@Command(
        name = "jalon",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        resourceBundle = "fr.jalon.standalone.cli.messages",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            ImportCommand.class,
            TemplateCommand.class,
            ExportCommand.class,
            StatusCommand.class,
            HistoryCommand.class,
            RebuildCommand.class,
            CheckCommand.class,
            ReplayCommand.class,
            VerifyCommand.class,
            MigrateCommand.class,
            HashPasswordCommand.class,
            NewKeyCommand.class
        })
public final class Jalon implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    public static void main(String[] arguments) {
        int code = commandLine().execute(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** The command line, with the way it says what went wrong. */
    public static CommandLine commandLine() {
        return new CommandLine(new Jalon()).setExecutionExceptionHandler((problem, line, parsed) -> {
            line.getErr().println(problem instanceof Trouble ? problem.getMessage() : Messages.say("error", problem));
            return problem instanceof Trouble trouble ? trouble.exitCode() : ExitCode.INTERNAL;
        });
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), Messages.say("command.missing"));
    }
}
