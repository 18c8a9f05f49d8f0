package fr.jalon.standalone;

import fr.jalon.standalone.cli.Jalon;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A whole Jalon in a process of its own: the demonstration, or a register that serves.
 *
 * @param data its data directory, as it sees it
 * @param password of the account {@code national}
 */
record ServerProcess(Process process, Path data, URI address, String password) {
    private static final Duration START = Duration.ofMinutes(2);
    private static final String READY = "Jalon is ready: ";
    private static final String FIRST_ACCOUNT = "First account: national, password: ";

    /** Starts {@code jalon demo} or {@code jalon serve}, and returns once it is ready. */
    static ServerProcess start(String command, Path data, String... javaOptions) throws IOException {
        return start(List.of(), command, data, javaOptions);
    }

    /** The same, started by another program. */
    static ServerProcess start(List<String> by, String command, Path data, String... javaOptions) throws IOException {
        return start(by, Redirect.INHERIT, command, data, javaOptions);
    }

    /** The same, what it says of errors put somewhere. */
    static ServerProcess start(Redirect errors, String command, Path data, String... javaOptions) throws IOException {
        return start(List.of(), errors, command, data, javaOptions);
    }

    private static ServerProcess start(
            List<String> by, Redirect errors, String command, Path data, String... javaOptions) throws IOException {
        List<String> line = new ArrayList<>(by);
        line.addAll(ChildJvm.command(Jalon.class.getName(), javaOptions));
        line.addAll(List.of(command, "--port=0", "--data=" + data));
        ProcessBuilder builder = new ProcessBuilder(line).redirectError(errors);
        builder.environment().put("JALON_LANG", "en");
        Process process = builder.start();
        Thread watch = Thread.ofVirtual().start(() -> endUnlessReady(process));
        try {
            return ready(process, data);
        } finally {
            watch.interrupt();
        }
    }

    private static ServerProcess ready(Process process, Path data) throws IOException {
        String password = "jalon-demo";
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(FIRST_ACCOUNT)) {
                password = line.substring(FIRST_ACCOUNT.length()).split(" ", 2)[0];
            } else if (line.startsWith(READY)) {
                return new ServerProcess(process, data, URI.create(line.substring(READY.length())), password);
            }
        }
        throw new AssertionError("The server ended without being ready");
    }

    private static void endUnlessReady(Process process) {
        try {
            Thread.sleep(START);
            process.destroyForcibly();
        } catch (InterruptedException ready) {
            // As hoped for.
        }
    }

    Asking asking(String account) {
        return new Asking(address, account, password);
    }

    /** Its files as we see them, even where it has file systems of its own. */
    Path files() {
        return Path.of("/proc/" + process.pid() + "/root" + data.toAbsolutePath());
    }

    /** The server of its database. */
    ProcessHandle postmaster() throws IOException {
        return ProcessHandle.of(Long.parseLong(postmaster(0))).orElseThrow();
    }

    /** What a superuser's statement gives, as only they can who hold the data directory. */
    String sql(String statement) throws IOException, SQLException {
        try (Connection superuser = superuser();
                ResultSet row = superuser.createStatement().executeQuery(statement)) {
            row.next();
            return row.getString(1);
        }
    }

    /** A connection of theirs. */
    Connection superuser() throws IOException, SQLException {
        String admin = Files.readString(files().resolve("secrets/jalon_admin")).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postmaster(3) + "/jalon", "jalon_admin", admin);
    }

    /** A line of what the postmaster says of itself: the first is its pid, the fourth its port. */
    private String postmaster(int line) throws IOException {
        return Files.readAllLines(files().resolve("postgres/cluster/postmaster.pid"))
                .get(line)
                .strip();
    }

    /** Kills it on the spot. */
    void kill() throws Exception {
        process.destroyForcibly();
        process.onExit().get(1, TimeUnit.MINUTES);
    }

    /** Stops it, in order if it can. */
    void stop() throws Exception {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            kill();
        }
    }
}
