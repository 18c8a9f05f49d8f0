package fr.jalon.standalone.cli.proving;

import fr.jalon.events.json.Sha256;
import fr.jalon.log.Checkpoint;
import fr.jalon.log.Hash;
import fr.jalon.log.Merkle;
import fr.jalon.log.SignedNote;
import fr.jalon.log.VerifierKey;
import fr.jalon.standalone.cli.client.Server;
import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Surroundings;
import fr.jalon.standalone.cli.terminal.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The last head that this user saw of each server's log: who has the server and all its files cannot wipe out that it
 * was seen. One file a server, which nobody else reads.
 */
final class SeenHeads {
    private static final FileAttribute<?> OWN_DIRECTORY = mode("rwx------");
    private static final FileAttribute<?> OWN_FILE = mode("rw-------");

    private final Path directory;

    SeenHeads(Path directory) {
        this.directory = directory;
    }

    /** Where the user's programs keep such things. */
    static SeenHeads ofUser() {
        String state = Surroundings.current().variable("XDG_STATE_HOME");
        Path home = state == null ? Path.of(System.getProperty("user.home"), ".local", "state") : Path.of(state);
        return new SeenHeads(home.resolve("jalon").resolve("heads"));
    }

    /**
     * A head as it was seen.
     *
     * @param key what it was signed with
     */
    record Head(String server, VerifierKey key, SignedNote note, Checkpoint checkpoint) {
        private static Head of(String server, VerifierKey key, String note) {
            SignedNote signed = SignedNote.parse(note);
            return new Head(server, key, signed, Checkpoint.parse(signed.text()));
        }

        private static Head parse(String text) {
            String[] parts = text.split("\n", 3);
            Head head = of(parts[0], VerifierKey.parse(parts[1]), parts[2]);
            if (!head.key.signed(head.note)) {
                throw new IllegalArgumentException("not signed by its own key");
            }
            return head;
        }

        private String text() {
            return server + "\n" + key.text() + "\n" + note.note();
        }
    }

    /**
     * Holds a server's head against the last one seen, and remembers it where it is that one grown.
     *
     * @param forget whether to take it whatever was seen
     * @return what is wrong, or worth a word, as sentences
     */
    Said look(Server server, boolean forget) {
        String address = server.address();
        Path file = file(address);
        Optional<Head> before;
        try {
            before = forget ? Optional.empty() : read(file);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOne) {
            return fault(file, Messages.say("head.unreadable", file));
        }
        Optional<String> shown = server.textIfAny("/log/checkpoint");
        if (shown.isEmpty()) {
            return before.map(head -> fault(file, shorter(head, 0))).orElse(Said.NOTHING);
        }
        Optional<Head> signed = signed(address, shown.get(), server.text("/log/key"));
        if (signed.isEmpty()) {
            return fault(file, Messages.say("head.unsigned", address));
        }
        Head now = signed.get();
        if (before.isPresent()) {
            String fault = notGrown(before.get(), now, server);
            if (fault != null) {
                return fault(file, fault);
            }
        }
        keep(file, now);
        return new Said(
                null,
                before.filter(head -> !head.key.text().equals(now.key.text()))
                        .map(head -> Messages.say("head.key", address, now.key.text()))
                        .orElse(null),
                now);
    }

    /**
     * What a look at a server's head found.
     *
     * @param fault why it is not the last one seen, grown
     * @param notice what is no fault and should be known
     * @param head the head, where it can be relied on
     */
    record Said(
            @Nullable String fault,
            @Nullable String notice,
            @Nullable Head head) {
        static final Said NOTHING = new Said(null, null, null);
    }

    private static Said fault(Path file, String sentence) {
        return new Said(sentence + System.lineSeparator() + Messages.say("head.forget", file), null, null);
    }

    private static Optional<Head> signed(String address, String note, String keys) {
        try {
            SignedNote signed = SignedNote.parse(note);
            String origin = Checkpoint.parse(signed.text()).origin();
            return keys.lines()
                    .map(VerifierKey::parse)
                    .filter(key -> key.name().equals(origin) && key.signed(signed))
                    .findFirst()
                    .map(key -> Head.of(address, key, note));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static @Nullable String notGrown(Head before, Head now, Server server) {
        Checkpoint old = before.checkpoint;
        Checkpoint young = now.checkpoint;
        if (!old.origin().equals(young.origin())) {
            return Messages.say("head.other", now.server, old.origin(), young.origin());
        }
        if (young.size() < old.size()) {
            return shorter(before, young.size());
        }
        return begins(old, young, server) ? null : Messages.say("head.fork", now.server, old.size());
    }

    private static String shorter(Head before, long size) {
        return Messages.say("head.shorter", before.server, before.checkpoint.size(), size);
    }

    /** Whether the server proves that the larger of two of its heads begins with the smaller. */
    static boolean begins(Checkpoint smaller, Checkpoint larger, Server server) {
        if (smaller.size() == larger.size()) {
            return smaller.root().equals(larger.root());
        }
        List<Hash> path = new ArrayList<>();
        try {
            server.get(
                            "/log/consistency",
                            Map.of("from", Long.toString(smaller.size()), "to", Long.toString(larger.size())))
                    .path("path")
                    .forEach(hash -> path.add(Hash.parse(hash.asString(""))));
        } catch (IllegalArgumentException notAProof) {
            return false;
        }
        return Merkle.isConsistent(smaller.size(), smaller.root(), larger.size(), larger.root(), path);
    }

    /** The heads seen of a log, at whatever server. */
    List<Head> of(String origin) {
        if (Files.notExists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted()
                    .flatMap(SeenHeads::readable)
                    .filter(head -> head.checkpoint.origin().equals(origin))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Head> readable(Path file) {
        try {
            return read(file).stream();
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOne) {
            return Stream.empty();
        }
    }

    private static Optional<Head> read(Path file) {
        try {
            return Files.notExists(file) ? Optional.empty() : Optional.of(Head.parse(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty log binds nobody to anything. */
    private void keep(Path file, Head head) {
        if (head.checkpoint.size() == 0) {
            return;
        }
        try {
            Files.createDirectories(directory, OWN_DIRECTORY);
            Path draft = Files.createTempFile(directory, ".new", "", OWN_FILE);
            Files.writeString(draft, head.text());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Trouble(ExitCode.CONFIGURATION, Messages.say("head.not-kept", file));
        }
    }

    private Path file(String address) {
        String name = address.replaceFirst("^https?://", "").replaceAll("[^A-Za-z0-9.-]", "_");
        return directory.resolve(name.substring(0, Math.min(60, name.length())) + "-"
                + Sha256.hex(address).substring(0, 16));
    }

    private static FileAttribute<?> mode(String mode) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
    }
}
