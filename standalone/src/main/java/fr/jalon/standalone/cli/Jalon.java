package fr.jalon.standalone.cli;

import fr.jalon.events.language.Language;
import fr.jalon.standalone.cli.asking.AgendaCommand;
import fr.jalon.standalone.cli.asking.DifferenceCommand;
import fr.jalon.standalone.cli.asking.FunderCommand;
import fr.jalon.standalone.cli.asking.HistoryCommand;
import fr.jalon.standalone.cli.asking.ReplayCommand;
import fr.jalon.standalone.cli.asking.ShowCommand;
import fr.jalon.standalone.cli.asking.StatusCommand;
import fr.jalon.standalone.cli.asking.TerritoriesCommand;
import fr.jalon.standalone.cli.asking.TypesCommand;
import fr.jalon.standalone.cli.asking.WhyCommand;
import fr.jalon.standalone.cli.carrying.ExportCommand;
import fr.jalon.standalone.cli.carrying.ImportCommand;
import fr.jalon.standalone.cli.carrying.TemplateCommand;
import fr.jalon.standalone.cli.operating.AccountCommand;
import fr.jalon.standalone.cli.operating.BackupCommand;
import fr.jalon.standalone.cli.operating.DemoCommand;
import fr.jalon.standalone.cli.operating.DoctorCommand;
import fr.jalon.standalone.cli.operating.HashPasswordCommand;
import fr.jalon.standalone.cli.operating.MigrateCommand;
import fr.jalon.standalone.cli.operating.RebuildCommand;
import fr.jalon.standalone.cli.operating.RestoreCommand;
import fr.jalon.standalone.cli.operating.ServeCommand;
import fr.jalon.standalone.cli.person.PersonCommand;
import fr.jalon.standalone.cli.proving.AccessCommand;
import fr.jalon.standalone.cli.proving.CheckCommand;
import fr.jalon.standalone.cli.proving.CheckpointCommand;
import fr.jalon.standalone.cli.proving.ConsistencyCommand;
import fr.jalon.standalone.cli.proving.NewKeyCommand;
import fr.jalon.standalone.cli.proving.PackCommand;
import fr.jalon.standalone.cli.proving.ProofCommand;
import fr.jalon.standalone.cli.proving.VerifyCommand;
import fr.jalon.standalone.cli.recording.ContestCommand;
import fr.jalon.standalone.cli.recording.CorrectCommand;
import fr.jalon.standalone.cli.recording.FulfilCommand;
import fr.jalon.standalone.cli.recording.RecordCommand;
import fr.jalon.standalone.cli.recording.RetractCommand;
import fr.jalon.standalone.cli.signin.LoginCommand;
import fr.jalon.standalone.cli.signin.LogoutCommand;
import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Surroundings;
import fr.jalon.standalone.cli.terminal.Trouble;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The {@code jalon} command; what its exit codes mean stands in its help. */
@Command(
        name = "jalon",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "${bundle:label.commands}")
public final class Jalon implements Runnable {
    private static final List<Class<?>> COMMANDS = List.of(
            DemoCommand.class,
            ServeCommand.class,
            LoginCommand.class,
            LogoutCommand.class,
            TerritoriesCommand.class,
            StatusCommand.class,
            HistoryCommand.class,
            ShowCommand.class,
            WhyCommand.class,
            DifferenceCommand.class,
            AgendaCommand.class,
            FunderCommand.class,
            ReplayCommand.class,
            TypesCommand.class,
            RecordCommand.class,
            CorrectCommand.class,
            RetractCommand.class,
            ContestCommand.class,
            FulfilCommand.class,
            ImportCommand.class,
            TemplateCommand.class,
            ExportCommand.class,
            CheckCommand.class,
            PackCommand.class,
            VerifyCommand.class,
            ProofCommand.class,
            CheckpointCommand.class,
            ConsistencyCommand.class,
            AccessCommand.class,
            PersonCommand.class,
            RebuildCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            AccountCommand.class,
            DoctorCommand.class,
            MigrateCommand.class,
            HashPasswordCommand.class,
            NewKeyCommand.class);

    private static final int USUAL_WIDTH = 100;
    private static final int NARROWEST_HELP = 60;

    @Option(
            names = SpokenOption.NAME,
            paramLabel = "${bundle:label.lang}",
            descriptionKey = "lang",
            scope = ScopeType.INHERIT,
            converter = SpokenOption.class)
    @SuppressWarnings("UnusedVariable")
    private Language language = Language.ENGLISH;

    public static void main(String[] arguments) {
        int code = run(Surroundings.ofProcess(), arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Runs one command and gives its exit code. */
    public static int run(Surroundings surroundings, String... arguments) {
        return run(surroundings, new Jalon(), arguments);
    }

    /** The same of another command, with the same words. */
    public static int run(Surroundings surroundings, Object command, String... arguments) {
        Surroundings here =
                SpokenOption.in(arguments).map(surroundings::speaking).orElse(surroundings);
        return here.run(() -> {
            CommandLine line = commandLine(here, command, arguments);
            int code = line.execute(arguments);
            line.getErr().flush();
            return line.getOut().checkError() && code == 0 ? said(line, Trouble.notWritten()) : code;
        });
    }

    private static CommandLine commandLine(Surroundings here, Object command, String... arguments) {
        int width = here.columns() == Integer.MAX_VALUE ? USUAL_WIDTH : here.columns();
        CommandLine whole = new CommandLine(command);
        if (command instanceof Jalon) {
            named(arguments).forEach(whole::addSubcommand);
        }
        return whole.setResourceBundle(Messages.in(here.language()))
                .setOut(writer(here, here.out()))
                .setErr(writer(here, here.error()))
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setUsageHelpWidth(Math.max(NARROWEST_HELP, Math.min(width, USUAL_WIDTH)))
                .setParameterExceptionHandler(new WrongLine())
                .setExecutionExceptionHandler((problem, line, parsed) -> said(
                        line,
                        problem instanceof Trouble trouble
                                ? trouble
                                : new Trouble(ExitCode.INTERNAL, Messages.say("error", problem))));
    }

    /** The commands that are named; all where none is. To make the options of all takes longer than a question. */
    private static List<Class<?>> named(String... arguments) {
        List<String> words = List.of(arguments);
        List<Class<?>> named = COMMANDS.stream()
                .filter(each -> words.contains(each.getAnnotation(Command.class).name()))
                .toList();
        return named.isEmpty() ? COMMANDS : named;
    }

    /** All that there are, in the order of the help. */
    public static List<Class<?>> commands() {
        return COMMANDS;
    }

    private static PrintWriter writer(Surroundings here, OutputStream to) {
        return new PrintWriter(new OutputStreamWriter(to, here.charset()), true);
    }

    private static int said(CommandLine line, Trouble trouble) {
        String sentence = String.valueOf(trouble.getMessage());
        if (!sentence.isEmpty()) {
            line.getErr().println(sentence);
        }
        return trouble.exitCode();
    }

    @Override
    public void run() {
        throw new Trouble(ExitCode.USAGE, Messages.say("command.missing"));
    }
}
