package fr.jalon.standalone;

import fr.jalon.standalone.cli.Jalon;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line, in processes of its own.
 *
 * @param server whom it asks
 * @param files where what it says is caught
 */
record Terminal(URI server, Path files) {
    /** How a command ended, and what it said. */
    record Ended(int code, String out, String error) {}

    Ended jalon(String user, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.language=en",
                "-cp",
                System.getProperty("java.class.path"),
                Jalon.class.getName()));
        command.addAll(List.of(arguments));
        Path out = files.resolve("out");
        Path error = files.resolve("error");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(error.toFile());
        builder.environment().put("JALON_URL", server.toString());
        builder.environment().put("JALON_USER", user);
        builder.environment().put("JALON_PASSWORD", "jalon-demo");
        int code = builder.start().waitFor();
        return new Ended(code, read(out), read(error));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
