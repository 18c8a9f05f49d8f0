package fr.jalon.standalone.cli.proving;

import fr.jalon.events.said.SaidDates;
import fr.jalon.log.Hash;
import fr.jalon.log.Merkle;
import fr.jalon.people.ReaderNames;
import fr.jalon.standalone.cli.client.EntryParameter;
import fr.jalon.standalone.cli.client.Question;
import fr.jalon.standalone.cli.client.Server;
import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.SpokenWords;
import fr.jalon.standalone.cli.terminal.Surroundings;
import fr.jalon.standalone.cli.terminal.Trouble;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code jalon proof}: that an entry is in the signed log, verified here and told as the log itself has it. */
@Command(name = "proof", mixinStandardHelpOptions = true)
public final class ProofCommand extends Question {
    @Mixin
    private final EntryParameter entry = new EntryParameter();

    @Mixin
    private final LogKeys keys = new LogKeys();

    @Override
    protected JsonNode answer() {
        String id = entry.item(server()).path("entryId").asString("");
        JsonNode proof = server().get("/log/entries/" + Server.segment(id) + "/proof", Map.of());
        verify(id, proof);
        return proof;
    }

    @Override
    protected String told(JsonNode proof) {
        JsonNode leaf = opened(proof);
        SignedHead head = head(proof);
        return Messages.say(
                        "proof.holds",
                        leaf.path("territory").asString("") + "/"
                                + leaf.path("position").asString(""),
                        proof.path("index").asLong(0) + 1,
                        head.checkpoint().size())
                + System.lineSeparator()
                + Messages.say(
                        "proof.content",
                        SpokenWords.entries(List.of()).content(leaf.path("payload")),
                        SpokenWords.dates().effective(leaf.path("payload").path("effective")))
                + System.lineSeparator()
                + Messages.say(
                        "proof.recorded",
                        SaidDates.minute(leaf.path("recordedAt")),
                        leaf.path("metadata").path("actor").asString("?"),
                        leaf.path("id").asString(""))
                + System.lineSeparator()
                + Messages.say(
                        keys.areGiven() ? "verify.trusted" : "log.untrusted",
                        head.key().text());
    }

    private void verify(String id, JsonNode proof) {
        SignedHead head = head(proof);
        List<Hash> path = proof.path("path")
                .valueStream()
                .map(hash -> Hash.parse(hash.asString("")))
                .toList();
        boolean holds = leaf(proof).path("id").asString("").equals(id)
                && Merkle.includes(
                        Hash.ofLeaf(bytes(proof)),
                        proof.path("index").asLong(-1),
                        head.checkpoint().size(),
                        path,
                        head.checkpoint().root());
        if (!holds) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("proof.fault", id));
        }
        try {
            opened(proof);
        } catch (IllegalArgumentException altered) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("proof.disclosure", id));
        }
    }

    private SignedHead head(JsonNode proof) {
        return SignedHead.of(
                proof.path("checkpoint").asString(""),
                keys.orElse(() -> server().text("/log/key")),
                server().address());
    }

    private static JsonNode leaf(JsonNode proof) {
        return JsonMapper.shared().readTree(bytes(proof));
    }

    /** The leaf with the texts that the proof opens, each held against what the leaf commits to. */
    private static JsonNode opened(JsonNode proof) {
        List<String> disclosures = proof.path("disclosures")
                .valueStream()
                .map(disclosure -> disclosure.asString(""))
                .toList();
        String leaf = new String(bytes(proof), StandardCharsets.UTF_8);
        return JsonMapper.shared()
                .readTree(ReaderNames.disclosed(
                        leaf, disclosures, Surroundings.current().language()));
    }

    private static byte[] bytes(JsonNode proof) {
        return Base64.getDecoder().decode(proof.path("leaf").asString(""));
    }
}
