package fr.jalon.standalone.cli.client;

import fr.jalon.standalone.cli.terminal.DayOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The day that a question is about. */
public final class AsOfOption {
    @Option(names = "--as-of", paramLabel = "${bundle:label.date}", descriptionKey = "as-of")
    private @Nullable String written;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    public @Nullable String day() {
        return DayOption.day(written, DayOption.Taken.LAST, spec.commandLine().getErr());
    }
}
