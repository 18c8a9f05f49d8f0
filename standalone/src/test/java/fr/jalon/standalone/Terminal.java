package fr.jalon.standalone;

import fr.jalon.events.language.Language;
import fr.jalon.standalone.JalonCommand.Ended;
import fr.jalon.standalone.cli.Jalon;
import fr.jalon.standalone.cli.terminal.Surroundings;
import fr.jalon.standalone.cli.terminal.Surroundings.Output;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The command line of somebody signed in, in this process.
 *
 * @param environment what it says of the server, the account, and where commands keep what they remember
 * @param typed what is typed once the command asks
 * @param columns how wide the terminal is
 */
record Terminal(Map<String, String> environment, Language language, String typed, Output output, int columns) {
    /** An English one whose output goes to a file, in front of this server. */
    Terminal(URI server) {
        this(
                Map.of(
                        "JALON_URL",
                        server.toString(),
                        "JALON_PASSWORD",
                        "jalon-demo",
                        "XDG_STATE_HOME",
                        JalonCommand.STATE.toString()),
                Language.ENGLISH,
                "",
                Output.FILE,
                Integer.MAX_VALUE);
    }

    /** One that has nothing to do with any server. */
    static Terminal alone() {
        return new Terminal(Map.of(), Language.ENGLISH, "", Output.FILE, Integer.MAX_VALUE);
    }

    Terminal in(Language other) {
        return new Terminal(environment, other, typed, output, columns);
    }

    /** With these lines to be typed. */
    Terminal typing(String... lines) {
        return new Terminal(environment, language, String.join("\n", lines) + "\n", output, columns);
    }

    /** The same of a person in front of so many columns. */
    Terminal showing(int width) {
        return new Terminal(environment, language, typed, Output.TERMINAL, width);
    }

    Terminal with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Terminal(more, language, typed, output, columns);
    }

    /** A command of this account. */
    Ended jalon(String user, String... arguments) {
        return with("JALON_USER", user).ended(arguments);
    }

    /** A command, to its end. */
    Ended ended(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        int code = run(out, error, arguments);
        return new Ended(code, out.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
    }

    /** The same, in a process that ends with it. */
    Ended jalonAlone(String user, String... arguments) throws IOException, InterruptedException {
        return JalonCommand.start(with("JALON_USER", user).environment, arguments)
                .ended();
    }

    /** Runs a command whose answer goes there. */
    int run(OutputStream out, OutputStream error, String... arguments) {
        Surroundings here = new Surroundings(
                language,
                environment,
                StandardCharsets.UTF_8,
                null,
                new BufferedReader(new StringReader(typed)),
                out,
                error,
                output,
                columns);
        return Jalon.run(here, arguments);
    }
}
