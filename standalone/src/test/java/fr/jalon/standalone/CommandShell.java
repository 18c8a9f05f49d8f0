package fr.jalon.standalone;

import fr.jalon.standalone.JalonCommand.Ended;
import fr.jalon.standalone.cli.Jalon;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The {@code jalon} commands of one language and environment, one after another in one process: to start Java for each
 * takes many times longer than the command. How a process ends is {@link JalonCommand}'s to try.
 */
final class CommandShell {
    private static final Map<Terms, CommandShell> OPEN = new HashMap<>();

    private final Process process;
    private final DataOutputStream asked;
    private final DataInputStream told;

    private record Terms(String language, Map<String, String> environment) {}

    private CommandShell(Terms terms) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(ChildJvm.command(
                        CommandShell.class.getName(),
                        "-Duser.language=" + terms.language,
                        "-Dstdout.encoding=UTF-8",
                        "-Dstderr.encoding=UTF-8"))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("XDG_STATE_HOME", JalonCommand.STATE.toString());
        builder.environment().putAll(terms.environment);
        process = builder.start();
        asked = new DataOutputStream(process.getOutputStream());
        told = new DataInputStream(process.getInputStream());
    }

    /** What a command prints, and what it ends with. */
    static Ended jalon(Map<String, String> environment, String... arguments) throws IOException {
        return in("en", environment).ended("", arguments);
    }

    /** The same, before a terminal in this language. */
    static synchronized CommandShell in(String language, Map<String, String> environment) throws IOException {
        Terms terms = new Terms(language, environment);
        CommandShell open = OPEN.get(terms);
        if (open == null) {
            open = new CommandShell(terms);
            OPEN.put(terms, open);
        }
        return open;
    }

    /** Types this, and waits for the end. */
    synchronized Ended ended(String typed, String... arguments) throws IOException {
        Thread watch = Thread.ofVirtual().start(this::endUnlessTold);
        try {
            asked.writeInt(arguments.length);
            for (String each : arguments) {
                write(asked, each);
            }
            write(asked, typed);
            asked.flush();
            return new Ended(told.readInt(), read(told), read(told));
        } finally {
            watch.interrupt();
        }
    }

    private void endUnlessTold() {
        try {
            TimeUnit.MINUTES.sleep(2);
            process.destroyForcibly();
        } catch (InterruptedException told) {
            // As hoped for.
        }
    }

    /** The process itself, which ends with the one that asks. */
    public static void main(String[] none) throws IOException {
        DataInputStream asked = new DataInputStream(System.in);
        DataOutputStream told = new DataOutputStream(System.out);
        while (true) {
            String[] arguments;
            try {
                arguments = new String[asked.readInt()];
            } catch (EOFException ended) {
                return;
            }
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = read(asked);
            }
            tell(told, read(asked), arguments);
        }
    }

    private static void tell(DataOutputStream told, String typed, String... arguments) throws IOException {
        InputStream in = System.in;
        PrintStream out = System.out;
        PrintStream error = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code;
        try {
            System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
            code = Jalon.commandLine().execute(arguments);
            System.out.flush();
            System.err.flush();
        } finally {
            System.setIn(in);
            System.setOut(out);
            System.setErr(error);
        }
        told.writeInt(code);
        write(told, printed.toString(StandardCharsets.UTF_8));
        write(told, said.toString(StandardCharsets.UTF_8));
        told.flush();
    }

    private static void write(DataOutputStream to, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        to.writeInt(bytes.length);
        to.write(bytes);
    }

    private static String read(DataInputStream from) throws IOException {
        return new String(from.readNBytes(from.readInt()), StandardCharsets.UTF_8);
    }
}
