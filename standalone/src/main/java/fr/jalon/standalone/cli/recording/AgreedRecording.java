package fr.jalon.standalone.cli.recording;

import fr.jalon.events.said.EntryWords;
import fr.jalon.standalone.cli.client.Asking;
import fr.jalon.standalone.cli.client.Server;
import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.SpokenWords;
import fr.jalon.standalone.cli.terminal.Surroundings;
import fr.jalon.standalone.cli.terminal.Trouble;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the commands share that record: judged first, said, and recorded once somebody agrees. */
abstract class AgreedRecording extends Asking {
    private static final Set<String> YES = Set.of("o", "oui", "y", "yes");

    @Option(names = "--dry-run", descriptionKey = "record.dry-run")
    private boolean dryRun;

    @Option(names = "--yes", descriptionKey = "record.yes")
    private boolean yes;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    /** Sends it where it belongs, under an id that is the same for the judgement and the recording. */
    final void record(String path, ObjectNode body, String effect) {
        if (!body.has("entryId")) {
            body.put("entryId", UUID.randomUUID().toString());
        }
        JsonNode judged = server().post(path, Map.of("dryRun", "true"), body);
        notice("record.would", place(judged), effect);
        judged.path("effect")
                .forEach(change -> err().println("  " + SpokenWords.words().sentence(change)));
        if (dryRun) {
            notice("record.rehearsed");
            return;
        }
        if (!yes && !agreed()) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("record.not-agreed"));
        }
        JsonNode receipt = server().post(path, Map.of(), body);
        awaitReadable(receipt);
        out().println(
                        json
                                ? receipt.toPrettyString()
                                : Messages.say(
                                        "record.done",
                                        place(receipt),
                                        receipt.path("entryId").asString("")));
    }

    /** What an entry would say of the world. */
    static String effect(JsonNode entry) {
        return effect(entry, SpokenWords.entries(List.of()));
    }

    /** The same, where it is about another entry, of which the reader knows the number and what things are called. */
    static String effect(JsonNode entry, JsonNode other) {
        return effect(entry, SpokenWords.entries(List.of(other)));
    }

    private static String effect(JsonNode entry, EntryWords reader) {
        return entry.path("effective").isMissingNode()
                ? reader.content(entry)
                : Messages.say(
                        "record.effect",
                        reader.content(entry),
                        SpokenWords.dates().effective(entry.path("effective")),
                        SpokenWords.words().status(entry.path("status").asString("actual")));
    }

    /** What is typed on the next line; null at the end of all. */
    final @Nullable String asked(String question) {
        err().print(question);
        err().flush();
        return Surroundings.current().typed();
    }

    /** A reason and the like, which may be given as a thing with its name. */
    static ObjectNode body() {
        return JsonMapper.shared().createObjectNode();
    }

    /** Whatever is asked next knows of it; where that takes long, it is recorded all the same. */
    private void awaitReadable(JsonNode receipt) {
        String territory = Server.segment(receipt.path("territory").asString(""));
        String position = receipt.path("position").asString("");
        try {
            server().get("/territories/" + territory + "/history", Map.of("limit", "1", "minPosition", position));
        } catch (Trouble later) {
            notice("record.later", String.valueOf(later.getMessage()));
        }
    }

    private boolean agreed() {
        String answer = asked(Messages.say("record.agree"));
        return answer != null && YES.contains(answer.strip().toLowerCase(Locale.ROOT));
    }

    private static String place(JsonNode receipt) {
        return receipt.path("territory").asString("") + "/"
                + receipt.path("position").asString("");
    }
}
