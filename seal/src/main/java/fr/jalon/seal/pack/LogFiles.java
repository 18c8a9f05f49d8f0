package fr.jalon.seal.pack;

import fr.jalon.events.json.Json;
import fr.jalon.log.Checkpoint;
import fr.jalon.log.Hash;
import fr.jalon.log.Merkle;
import fr.jalon.seal.log.AlteredEntryException;
import fr.jalon.seal.log.Leaves;
import fr.jalon.seal.log.SealedLog;
import fr.jalon.seal.pack.PlainZip.Content;
import fr.jalon.store.log.StoredEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A territory's leaves and their proofs, a page of them in memory at a time. */
final class LogFiles {
    private static final int PAGE = 500;

    private final SealedLog sealed;
    private final Checkpoint checkpoint;

    LogFiles(SealedLog sealed, Checkpoint checkpoint) {
        this.sealed = sealed;
        this.checkpoint = checkpoint;
    }

    Content leaves(Supplier<Iterator<StoredEvent>> events) {
        return out -> {
            for (Iterator<StoredEvent> each = events.get(); each.hasNext(); ) {
                out.write(bytes(each.next()));
                out.write('\n');
            }
        };
    }

    Content proofs(Supplier<Iterator<StoredEvent>> events) {
        return out -> {
            String before = "{\"size\":" + checkpoint.size() + ",\"proofs\":[\n";
            for (Iterator<StoredEvent> each = events.get(); each.hasNext(); before = ",\n") {
                page(each, before, out);
            }
            out.write("\n]}\n".getBytes(StandardCharsets.UTF_8));
        };
    }

    private void page(Iterator<StoredEvent> events, String before, OutputStream out) throws IOException {
        List<StoredEvent> page = new ArrayList<>();
        while (page.size() < PAGE && events.hasNext()) {
            page.add(events.next());
        }
        List<List<Hash>> paths = sealed.inclusions(
                page.stream().map(event -> event.globalIndex() - 1).toList(), checkpoint.size());
        for (int i = 0; i < page.size(); i++) {
            ObjectNode proof = proof(page.get(i), paths.get(i));
            out.write(((i == 0 ? before : ",\n") + proof).getBytes(StandardCharsets.UTF_8));
        }
    }

    private ObjectNode proof(StoredEvent event, List<Hash> path) {
        Hash hash = Hash.ofLeaf(bytes(event));
        long index = event.globalIndex() - 1;
        if (!Merkle.includes(hash, index, checkpoint.size(), path, checkpoint.root())) {
            throw new AlteredEntryException(event.entryId());
        }
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("index", index);
        json.put("leafHash", hash.base64());
        ArrayNode hashes = json.putArray("path");
        path.forEach(each -> hashes.add(each.base64()));
        return json;
    }

    private static byte[] bytes(StoredEvent event) {
        try {
            return Leaves.of(event).bytes();
        } catch (IllegalArgumentException notJson) {
            throw new AlteredEntryException(event.entryId());
        }
    }
}
