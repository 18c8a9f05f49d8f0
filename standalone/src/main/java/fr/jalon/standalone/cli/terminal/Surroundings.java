package fr.jalon.standalone.cli.terminal;

import fr.jalon.events.language.Language;
import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a command runs in: one process has one, a test as many as it likes.
 *
 * @param language the reader's
 * @param charset how texts are written and read
 * @param console where a person sits before both ends; null anywhere else
 * @param out where answers go
 * @param error where everything else is said
 * @param output what {@code out} is
 * @param columns how wide the reader's terminal is
 */
public record Surroundings(
        Language language,
        Map<String, String> environment,
        Charset charset,
        @Nullable Console console,
        BufferedReader in,
        OutputStream out,
        OutputStream error,
        Output output,
        int columns) {
    private static final ScopedValue<Surroundings> CURRENT = ScopedValue.newInstance();
    private static final int USUAL_COLUMNS = 80;
    private static final int FEWEST_COLUMNS = 40;

    /** What answers go to. */
    public enum Output {
        TERMINAL,
        PIPE,
        FILE
    }

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Those of this process. */
    // JDK 25 gives none where there is no terminal, as JDK 21 did.
    @SuppressWarnings("SystemConsoleNull")
    public static Surroundings ofProcess() {
        Console console = System.console();
        Map<String, String> environment = System.getenv();
        SpokenLocale locale = SpokenLocale.of(environment);
        Output output = standardOutput();
        return new Surroundings(
                locale.language(),
                environment,
                locale.charset(),
                console != null && console.isTerminal() ? console : null,
                new BufferedReader(new InputStreamReader(System.in, locale.charset())),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                output,
                output == Output.TERMINAL ? width(environment.get("COLUMNS")) : Integer.MAX_VALUE);
    }

    /** Those of the command that runs. */
    public static Surroundings current() {
        return CURRENT.get();
    }

    /** The same in another language. */
    public Surroundings speaking(Language other) {
        return new Surroundings(other, environment, charset, console, in, out, error, output, columns);
    }

    /** Runs a command in these. */
    public int run(IntSupplier command) {
        return ScopedValue.where(CURRENT, this).call(command::getAsInt);
    }

    /** A variable of the environment that says something. */
    public @Nullable String variable(String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    /** What is typed on the next line; null at the end of all. */
    public @Nullable String typed() {
        if (console != null) {
            return console.readLine();
        }
        try {
            return in.readLine();
        } catch (IOException gone) {
            return null;
        }
    }

    private static int width(@Nullable String said) {
        return said != null && said.matches("[1-9]\\d{0,3}")
                ? Math.max(FEWEST_COLUMNS, Integer.parseInt(said))
                : USUAL_COLUMNS;
    }

    /** Java tells only whether both ends are a terminal; Linux knows it of each. */
    private static Output standardOutput() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
            if (target.startsWith("pipe:") || target.startsWith("socket:")) {
                return Output.PIPE;
            }
            boolean isTerminal =
                    target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
            return isTerminal ? Output.TERMINAL : Output.FILE;
        } catch (IOException unknown) {
            return Output.FILE;
        }
    }
}
