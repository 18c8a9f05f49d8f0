package fr.jalon.standalone.cli.proving;

import fr.jalon.log.Checkpoint;
import fr.jalon.log.Hash;
import fr.jalon.log.Merkle;
import fr.jalon.standalone.cli.client.Server;
import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Trouble;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a log is now, and the proof that it has grown from what it was: enough to verify it where there is no server.
 *
 * @param checkpoint the new head, as a signed note
 * @param keys those that the log shows, a key a line
 */
record Growth(String checkpoint, String keys, List<String> path) {
    static Growth asked(Server server, Checkpoint old) {
        String note = server.text("/log/checkpoint");
        String keys = server.text("/log/key");
        Checkpoint now = SignedHead.of(note, keys.lines().map(LogKeys::key).toList(), server.address())
                .checkpoint();
        boolean isLonger = old.size() > 0 && now.size() > old.size();
        return new Growth(note, keys, isLonger ? path(server, old.size(), now.size()) : List.of());
    }

    private static List<String> path(Server server, long from, long to) {
        return server.get("/log/consistency", Map.of("from", Long.toString(from), "to", Long.toString(to)))
                .path("path")
                .valueStream()
                .map(hash -> hash.asString(""))
                .toList();
    }

    static Growth read(String json) {
        JsonNode read = JsonMapper.shared().readTree(json);
        return new Growth(
                read.path("checkpoint").asString(""),
                read.path("keys").asString(""),
                read.path("path").valueStream().map(hash -> hash.asString("")).toList());
    }

    ObjectNode json() {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("checkpoint", checkpoint).put("keys", keys);
        path.forEach(json.putArray("path")::add);
        return json;
    }

    /**
     * Proves that the log has only grown.
     *
     * @throws Trouble where it has not
     */
    void prove(Checkpoint old, Checkpoint now) {
        if (!old.origin().equals(now.origin())) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("consistency.other", old.origin(), now.origin()));
        }
        if (now.size() < old.size()) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("consistency.shorter", old.size(), now.size()));
        }
        if (!isGrown(old, now)) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("consistency.fork", old.size()));
        }
    }

    private boolean isGrown(Checkpoint old, Checkpoint now) {
        if (old.size() == 0 || old.size() == now.size()) {
            return old.size() == 0 || old.root().equals(now.root());
        }
        try {
            List<Hash> hashes = path.stream().map(Hash::parse).collect(Collectors.toList());
            return Merkle.isConsistent(old.size(), old.root(), now.size(), now.root(), hashes);
        } catch (IllegalArgumentException noHash) {
            return false;
        }
    }
}
