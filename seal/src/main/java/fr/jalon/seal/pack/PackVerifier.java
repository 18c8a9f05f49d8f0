package fr.jalon.seal.pack;

import fr.jalon.events.json.Sha256;
import fr.jalon.log.Checkpoint;
import fr.jalon.log.SignedNote;
import fr.jalon.log.VerifierKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Verifies a pack with nothing but itself and, better, a key known from elsewhere: every byte of the zip is signed for,
 * every entry is in the signed log, and state and history are what the entries make.
 */
public final class PackVerifier {
    /**
     * The longest pack that is read, in bytes. Nothing in a pack is compressed, so this is also what it can grow to.
     */
    public static final int LIMIT = 256 << 20;

    private final List<VerifierKey> trusted;

    /** @param trusted the keys that may have signed; those in the pack where none are given */
    public PackVerifier(List<VerifierKey> trusted) {
        this.trusted = trusted;
    }

    /**
     * What holds.
     *
     * @param subject the territory or the funder; of a national pack no one
     * @param entries how many entries are proven
     * @param checkpoint what the log was signed to be
     * @param files how many files are unaltered
     * @param keys those that the pack itself has
     */
    public record Verified(
            PackKind kind, String subject, long entries, Checkpoint checkpoint, int files, List<VerifierKey> keys) {
        /** How many entries the log has. */
        public long size() {
            return checkpoint.size();
        }
    }

    /** Verifies a file. */
    public Verified verify(Path pack) throws IOException, PackFault {
        try (InputStream in = Files.newInputStream(pack)) {
            return verify(in.readNBytes(LIMIT + 1));
        }
    }

    /** Verifies a pack's bytes. */
    public Verified verify(byte[] pack) throws PackFault {
        if (pack.length > LIMIT) {
            throw new PackFault("too-large", "");
        }
        Map<String, byte[]> files = PlainZip.read(pack);
        require(Manifest.OF_ALL, files);
        List<VerifierKey> own = keys(of(files, Manifest.KEY));
        List<VerifierKey> keys = trusted.isEmpty() ? own : trusted;
        Manifest.Signed signed = manifest(files, keys, pack);
        Checkpoint checkpoint = checkpoint(of(files, Manifest.CHECKPOINT), keys);
        long entries = registers(signed, files, checkpoint);
        return new Verified(signed.kind(), signed.subject(), entries, checkpoint, files.size(), own);
    }

    /** How many entries they have. */
    private static long registers(Manifest.Signed signed, Map<String, byte[]> files, Checkpoint checkpoint)
            throws PackFault {
        PackKind kind = signed.kind();
        List<String> names = List.copyOf(files.keySet());
        require(kind.required(signed.subject(), names), files);
        List<Territory> registers = new ArrayList<>();
        for (String territory : kind.territories(signed.subject(), names)) {
            Territory register =
                    new Territory(territory, kind.directory(territory), kind != PackKind.FUNDER, checkpoint);
            register.verify(files);
            registers.add(register);
        }
        switch (kind) {
            case TERRITORY -> {}
            case NATIONAL -> new AllTerritories(registers, checkpoint).verify(of(files, Manifest.STATES));
            case FUNDER -> new FunderEntries(signed.subject(), registers).verify(of(files, Manifest.FUNDER));
        }
        return registers.stream().mapToLong(Territory::entries).sum();
    }

    private static void require(List<String> names, Map<String, byte[]> files) throws PackFault {
        for (String name : names) {
            if (!files.containsKey(name)) {
                throw new PackFault("missing-file", name);
            }
        }
    }

    private static List<VerifierKey> keys(byte[] content) throws PackFault {
        try {
            String text = text(content);
            List<VerifierKey> keys = text.lines().map(VerifierKey::parse).toList();
            String written = keys.stream().map(key -> key.text() + "\n").collect(Collectors.joining());
            if (!keys.isEmpty() && written.equals(text)) {
                return keys;
            }
        } catch (RuntimeException notKeys) {
            // Refused below.
        }
        throw new PackFault("key", Manifest.KEY);
    }

    private static Manifest.Signed manifest(Map<String, byte[]> files, List<VerifierKey> keys, byte[] pack)
            throws PackFault {
        Manifest.Signed signed = signed(of(files, Manifest.NOTE), keys);
        byte[] content = of(files, Manifest.MANIFEST);
        if (!Sha256.hex(content).equals(signed.sha256())) {
            throw new PackFault("altered-file", Manifest.MANIFEST);
        }
        List<Manifest.Item> items = Manifest.parse(content).items();
        List<String> listed = items.stream().map(Manifest.Item::name).toList();
        for (String name : files.keySet()) {
            if (!Manifest.SIGNED_BESIDE.contains(name) && !listed.contains(name)) {
                throw new PackFault("extra-file", name);
            }
        }
        Map<String, Manifest.Item> byName =
                items.stream().collect(Collectors.toMap(Manifest.Item::name, item -> item, (first, _) -> first));
        Map<String, byte[]> expected = new LinkedHashMap<>();
        for (Manifest.Item item : items) {
            byte[] file = files.get(item.name());
            if (file == null) {
                throw new PackFault("missing-file", item.name());
            }
            if (!signed.kind().knows(item.name())) {
                throw new PackFault("extra-file", item.name());
            }
            if (!Sha256.hex(file).equals(item.sha256())) {
                throw altered(item.name(), signed, files, byName);
            }
            expected.put(item.name(), file);
        }
        expected.put(Manifest.MANIFEST, content);
        expected.put(Manifest.NOTE, of(files, Manifest.NOTE));
        int differing = Arrays.mismatch(PlainZip.of(expected), pack);
        if (differing >= 0) {
            throw PackFault.container(differing);
        }
        return signed;
    }

    private static PackFault altered(
            String name, Manifest.Signed signed, Map<String, byte[]> files, Map<String, Manifest.Item> items) {
        String territory = signed.kind().territories(signed.subject(), List.of(name)).stream()
                .findFirst()
                .orElse(signed.subject());
        return new SignedLines(territory, signed.kind().directory(territory), files, items).altered(name);
    }

    private static Manifest.Signed signed(byte[] content, List<VerifierKey> keys) throws PackFault {
        try {
            SignedNote note = SignedNote.parse(text(content));
            Manifest.Signed signed = Manifest.Signed.parse(note.text());
            if (isSigned(note, signed.origin(), keys)) {
                return signed;
            }
        } catch (RuntimeException notOne) {
            // Refused below.
        }
        throw new PackFault("manifest-signature", Manifest.NOTE);
    }

    private static Checkpoint checkpoint(byte[] content, List<VerifierKey> keys) throws PackFault {
        try {
            SignedNote note = SignedNote.parse(text(content));
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            if (isSigned(note, checkpoint.origin(), keys)) {
                return checkpoint;
            }
        } catch (RuntimeException notOne) {
            // Refused below.
        }
        throw new PackFault("checkpoint-signature", Manifest.CHECKPOINT);
    }

    /** By one signature only: a second one would be a place to hide in. */
    private static boolean isSigned(SignedNote note, String origin, List<VerifierKey> keys) {
        return note.signatures().size() == 1
                && keys.stream().anyMatch(key -> key.name().equals(origin) && key.signed(note));
    }

    private static byte[] of(Map<String, byte[]> files, String name) {
        return Objects.requireNonNull(files.get(name));
    }

    /** UTF-8, and nothing that only reads like it. */
    private static String text(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), content)) {
            throw new IllegalArgumentException("not UTF-8");
        }
        return text;
    }
}
