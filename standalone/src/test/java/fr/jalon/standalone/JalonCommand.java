package fr.jalon.standalone;

import fr.jalon.standalone.cli.Jalon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The {@code jalon} command in a process of its own, as a user or a script sees it. */
record JalonCommand(Process process, Path out, Path error) {
    /** What commands remember lives as long as the servers of these tests. */
    static final Path STATE = state();

    private static Path state() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "state")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it printed, and how it ended. */
    record Ended(int code, String out, String error) {}

    static JalonCommand start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = ChildJvm.command(Jalon.class.getName());
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(Path.of("target"), "jalon", ".out");
        Path error = Files.createTempFile(Path.of("target"), "jalon", ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(error.toFile());
        builder.environment().put("XDG_STATE_HOME", STATE.toString());
        builder.environment().put("JALON_LANG", "en");
        builder.environment().putAll(environment);
        return new JalonCommand(builder.start(), out, error);
    }

    /** Types this, then waits for the end. */
    Ended typed(String input) throws IOException, InterruptedException {
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        return ended();
    }

    Ended ended() throws IOException, InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("It does not end: " + process.info());
        }
        int code = process.exitValue();
        Ended ended = new Ended(code, Files.readString(out), Files.readString(error));
        Files.delete(out);
        Files.delete(error);
        return ended;
    }
}
