package fr.jalon.seal.pack;

import fr.jalon.events.json.Json;
import fr.jalon.log.SigningKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which files a pack has, with their digests. It is signed for by a note beside it, whose first line no checkpoint can
 * have: neither signature can pass for the other.
 */
record Manifest(List<Item> items) {
    static final String README = "README.txt";
    static final String LISEZMOI = "LISEZMOI.txt";
    static final String REPORT = "report.pdf";
    static final String STATE = "state.json";
    static final String HISTORY = "history.json";
    static final String LEAVES = "leaves.ndjson";
    static final String PROOFS = "proofs.json";
    static final String NAMES = "names.json";
    static final String CHECKPOINT = "checkpoint.txt";
    static final String KEY = "key.txt";
    static final String VERIFIER = "verify.py";
    static final String MANIFEST = "manifest.json";
    static final String NOTE = "manifest.note";
    static final String STATES = "states.json";
    static final String FUNDER = "funder.json";
    static final List<String> OF_ALL = List.of(README, LISEZMOI, CHECKPOINT, KEY, VERIFIER, MANIFEST, NOTE);
    static final Set<String> SIGNED_BESIDE = Set.of(MANIFEST, NOTE);

    /**
     * A file.
     *
     * @param sha256 in hexadecimal
     * @param lines the same of each of its lines, where it has one for each entry; else none
     */
    record Item(String name, long size, String sha256, List<String> lines) {}

    /** Who signs it, and as what. */
    record Signer(PackKind kind, String subject, SigningKey key) {
        String note(String sha256) {
            return key.sign(new Signed(kind, key.verifier().name(), subject, sha256).text())
                    .note();
        }
    }

    /**
     * What its note says.
     *
     * @param subject the territory, or all
     */
    record Signed(PackKind kind, String origin, String subject, String sha256) {
        String text() {
            return String.join("\n", kind.firstLine(), origin, subject, sha256, "");
        }

        /** @throws IllegalArgumentException if the text is of something else */
        static Signed parse(String text) {
            String[] lines = text.split("\n", -1);
            PackKind kind = PackKind.of(lines[0]).orElse(null);
            if (kind == null || lines.length != 5 || !lines[4].isEmpty()) {
                throw new IllegalArgumentException("not the note of a pack");
            }
            return new Signed(kind, lines[1], lines[2], lines[3]);
        }
    }

    String text() {
        ObjectNode json = Json.MAPPER.createObjectNode();
        ArrayNode files = json.putArray("files");
        items.forEach(item -> {
            ObjectNode file = files.addObject();
            file.put("name", item.name).put("size", item.size).put("sha256", item.sha256);
            if (!item.lines.isEmpty()) {
                ArrayNode lines = file.putArray("lines");
                item.lines.forEach(lines::add);
            }
        });
        return json + "\n";
    }

    static Manifest parse(byte[] text) {
        List<Item> items = new ArrayList<>();
        for (JsonNode file : Json.parse(text).path("files")) {
            items.add(new Item(
                    file.path("name").asString(""),
                    file.path("size").asLong(-1),
                    file.path("sha256").asString(""),
                    file.path("lines")
                            .valueStream()
                            .map(line -> line.asString(""))
                            .toList()));
        }
        return new Manifest(List.copyOf(items));
    }
}
