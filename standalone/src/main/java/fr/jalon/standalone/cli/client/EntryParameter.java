package fr.jalon.standalone.cli.client;

import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Trouble;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The entry that a command is about: by its id, or as people see it in a history, {@code marseille/6}. */
public final class EntryParameter {
    private static final Pattern PLACE = Pattern.compile("([a-z0-9-]+)/(\\d{1,18})");
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    @Parameters(index = "0", paramLabel = "${bundle:label.entry}", descriptionKey = "entry")
    @SuppressWarnings("NullAway.Init")
    private String written;

    /** The entry as the history has it. */
    public JsonNode item(Server server) {
        Matcher place = PLACE.matcher(written);
        if (place.matches()) {
            return at(server, place.group(1), Long.parseLong(place.group(2)));
        }
        if (ID.matcher(written).matches()) {
            return server.get(path(territory(server), written), Map.of("names", "true"));
        }
        throw new Trouble(ExitCode.USAGE, Messages.say("entry.neither", written));
    }

    /** The address of an entry. */
    public static String path(String territory, String id) {
        return "/territories/" + Server.segment(territory) + "/entries/" + Server.segment(id);
    }

    /** The log knows every entry, whatever its territory. */
    private String territory(Server server) {
        JsonNode proof = server.get("/log/entries/" + Server.segment(written) + "/proof", Map.of());
        byte[] leaf = Base64.getDecoder().decode(proof.path("leaf").asString(""));
        return JsonMapper.shared().readTree(leaf).path("territory").asString("");
    }

    private static JsonNode at(Server server, String territory, long position) {
        List<JsonNode> found = new ArrayList<>(1);
        server.each(
                "/territories/" + Server.segment(territory) + "/history",
                Map.of("limit", "1000", "names", "true"),
                "entries",
                item -> {
                    if (item.path("position").asLong(0) == position) {
                        found.add(item);
                    }
                    return found.isEmpty();
                });
        if (!found.isEmpty()) {
            return found.getFirst();
        }
        throw new Trouble(ExitCode.REFUSED, Messages.say("entry.no-position", territory, Long.toString(position)));
    }
}
