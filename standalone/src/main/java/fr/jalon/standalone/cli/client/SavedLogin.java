package fr.jalon.standalone.cli.client;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Surroundings;
import fr.jalon.standalone.cli.terminal.Trouble;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * That somebody signed in at a server, kept in a file of theirs which nobody else reads, one a server; renewed when its
 * token is about to end.
 *
 * @param renewal what another token is got with; empty where the provider gave nothing
 */
public record SavedLogin(TokenProvider provider, String token, String renewal, Instant ends) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final FileAttribute<?> OWN_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> OWN_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    /** A request is under way for so long, and clocks differ. */
    private static final long AHEAD_SECONDS = 30;

    private static final long USUAL_SECONDS = 60;

    /** What a provider gave. */
    public static SavedLogin of(TokenProvider provider, JsonNode given) {
        return new SavedLogin(
                provider,
                given.path("access_token").asString(""),
                given.path("refresh_token").asString(""),
                Instant.now().plusSeconds(given.path("expires_in").asLong(USUAL_SECONDS)));
    }

    /** Who signed in at this server, with a token that holds still; none where nobody is, or not any more. */
    static Optional<SavedLogin> at(String server, HttpClient client) {
        return read(server, client).flatMap(login -> login.current(server, client));
    }

    private Optional<SavedLogin> current(String server, HttpClient client) {
        if (holds()) {
            return Optional.of(this);
        }
        // One at a time: what renews a token does so once.
        try (FileChannel turn = FileChannel.open(file(server).resolveSibling("turn"), Set.of(CREATE, WRITE), OWN_FILE);
                FileLock _ = turn.lock()) {
            return read(server, client).flatMap(login -> login.holds() ? Optional.of(login) : login.renewed(server));
        } catch (IOException e) {
            throw new Trouble(ExitCode.CONFIGURATION, Messages.say("login.not-kept", file(server)));
        }
    }

    private boolean holds() {
        return Instant.now().isBefore(ends.minusSeconds(AHEAD_SECONDS));
    }

    private Optional<SavedLogin> renewed(String server) {
        if (renewal.isEmpty()) {
            return Optional.empty();
        }
        JsonNode given =
                provider.ask("token_endpoint", Map.of("grant_type", "refresh_token", "refresh_token", renewal));
        if (given.path("access_token").asString("").isEmpty()) {
            return Optional.empty();
        }
        SavedLogin next = of(provider, given);
        SavedLogin kept = next.renewal.isEmpty() ? new SavedLogin(provider, next.token, renewal, next.ends) : next;
        kept.keep(server);
        return Optional.of(kept);
    }

    /** Keeps it for the commands to come. */
    public void keep(String server) {
        ObjectNode text = JSON.createObjectNode()
                .put("issuer", provider.issuer())
                .put("program", provider.program())
                .put("token", token)
                .put("renewal", renewal)
                .put("ends", ends.toString());
        Path file = file(server);
        try {
            Files.createDirectories(file.getParent(), OWN_DIRECTORY);
            Path written = Files.createTempFile(file.getParent(), "login", null, OWN_FILE);
            Files.writeString(written, text.toPrettyString());
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Trouble(ExitCode.CONFIGURATION, Messages.say("login.not-kept", file));
        }
    }

    /** Signs out at the provider, and forgets; whether anybody was signed in. */
    static boolean end(String server, HttpClient client) {
        Optional<SavedLogin> login = read(server, client);
        try {
            Files.deleteIfExists(file(server));
        } catch (IOException e) {
            throw new Trouble(ExitCode.CONFIGURATION, Messages.say("login.not-kept", file(server)));
        }
        login.filter(each -> !each.renewal.isEmpty())
                .ifPresent(each -> each.provider.ask("revocation_endpoint", Map.of("token", each.renewal)));
        return login.isPresent();
    }

    private static Optional<SavedLogin> read(String server, HttpClient client) {
        try {
            JsonNode text = JSON.readTree(Files.readString(file(server)));
            return Optional.of(new SavedLogin(
                    new TokenProvider(
                            client,
                            text.path("issuer").stringValue(),
                            text.path("program").stringValue()),
                    text.path("token").stringValue(),
                    text.path("renewal").stringValue(),
                    Instant.parse(text.path("ends").stringValue())));
        } catch (IOException | JacksonException | DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Path file(String server) {
        String config = Surroundings.current().variable("XDG_CONFIG_HOME");
        Path home = config == null ? Path.of(System.getProperty("user.home"), ".config") : Path.of(config);
        return home.resolve("jalon").resolve("logins").resolve(Server.segment(server) + ".json");
    }
}
