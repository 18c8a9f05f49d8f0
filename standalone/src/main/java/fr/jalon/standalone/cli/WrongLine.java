package fr.jalon.standalone.cli;

import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in the reader's language what is wrong with a command line, and where to read what would be right. */
final class WrongLine implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine line = wrong.getCommandLine();
        PrintWriter err = line.getErr();
        err.println(sentence(wrong));
        err.println(Messages.say("line.help", line.getCommandSpec().qualifiedName()));
        return ExitCode.USAGE;
    }

    private static String sentence(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().getFirst();
            String near = String.join(", ", unmatched.getSuggestions());
            return near.isEmpty() ? Messages.say("line.unknown", first) : Messages.say("line.near", first, near);
        }
        if (wrong instanceof MissingParameterException missing) {
            return Messages.say(
                    "line.missing",
                    missing.getMissing().stream().map(WrongLine::named).collect(Collectors.joining(", ")));
        }
        ArgSpec at = wrong.getArgSpec();
        String value = wrong.getValue();
        if (at == null || value == null) {
            return Messages.say("line.wrong", String.valueOf(wrong.getMessage()));
        }
        Object[] choices = at.auxiliaryTypes()[0].getEnumConstants();
        return choices == null || at.converters().length > 0
                ? Messages.say("line.value", value, named(at))
                : Messages.say("line.choice", value, named(at), choices(choices));
    }

    private static String choices(Object... all) {
        return Arrays.stream(all).map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String named(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
