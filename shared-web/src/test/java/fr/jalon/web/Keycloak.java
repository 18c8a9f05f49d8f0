package fr.jalon.web;

import fr.jalon.events.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A Keycloak of this machine's own, with the realm that is shipped and two programs more. */
final class Keycloak implements AutoCloseable {
    static final String PROGRAM = "releve";
    static final String PROGRAM_WITHOUT_A_ROLE = "passant";
    static final String SECRET = "a-secret-for-tests";

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final int port;

    /**
     * One that answers.
     *
     * @param zip as it is distributed
     */
    Keycloak(Path zip, Path directory) throws IOException, InterruptedException {
        unpack(zip, directory);
        Path home;
        try (var inside = Files.list(directory)) {
            home = inside.findFirst().orElseThrow();
        }
        Path realms = Files.createDirectories(home.resolve("data/import"));
        Files.writeString(realms.resolve("realm-jalon.json"), realmWithPrograms());
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ProcessBuilder builder = new ProcessBuilder(
                        "sh",
                        "bin/kc.sh",
                        "start-dev",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keycloak.log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_APPEND", "-Xmx400m");
        process = builder.start();
        await();
    }

    String realm() {
        return "http://127.0.0.1:" + port + "/realms/jalon";
    }

    private static String realmWithPrograms() throws IOException {
        ObjectNode realm = (ObjectNode) Json.parse(Files.readString(Path.of("../deploy/realm-jalon.json")));
        ArrayNode clients = realm.withArray("clients");
        ArrayNode users = realm.withArray("users");
        for (String program : new String[] {PROGRAM, PROGRAM_WITHOUT_A_ROLE}) {
            String roles = program.equals(PROGRAM) ? "\"coordinator/lille\"" : "";
            clients.add(Json.parse("""
                    {"clientId": "%s", "secret": "%s", "serviceAccountsEnabled": true, "standardFlowEnabled": false,
                     "defaultClientScopes": ["jalon"]}""".formatted(program, SECRET)));
            users.add(Json.parse("""
                    {"username": "service-account-%s", "enabled": true, "serviceAccountClientId": "%s",
                     "clientRoles": {"jalon": [%s]}}""".formatted(program, program, roles)));
        }
        return realm.toString();
    }

    private void await() throws InterruptedException, IOException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(realm())).build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - end < 0 && process.isAlive()) {
            try {
                if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (ConnectException notYet) {
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
        close();
        throw new AssertionError("Keycloak does not start");
    }

    private static void unpack(Path zip, Path directory) throws IOException {
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(file)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path target = directory.resolve(entry.getName()).normalize();
                if (!target.startsWith(directory)) {
                    throw new IOException("Out of the way: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(entries, target);
                }
            }
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
