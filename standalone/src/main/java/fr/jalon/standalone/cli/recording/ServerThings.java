package fr.jalon.standalone.cli.recording;

import fr.jalon.standalone.cli.client.Server;
import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Trouble;
import fr.jalon.tables.column.KnownThings.NamedThing;
import fr.jalon.tables.typed.ThingsAsked;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Which things have a name, as the server tells. */
record ServerThings(Server server, String territory) implements ThingsAsked {
    @Override
    public Collection<NamedThing> ofTheTerritory() {
        try {
            return things(server.get("/territories/" + Server.segment(territory) + "/things", Map.of()));
        } catch (Trouble trouble) {
            if (trouble.exitCode() == ExitCode.REFUSED) {
                return List.of();
            }
            throw trouble;
        }
    }

    @Override
    public Collection<NamedThing> organisations(String name) {
        return things(server.get("/things", Map.of("kind", "organisation", "text", name)));
    }

    private static List<NamedThing> things(JsonNode answer) {
        return answer.path("things")
                .valueStream()
                .map(each -> new NamedThing(
                        each.path("kind").asString(""),
                        each.path("id").asString(""),
                        each.path("name").asString("")))
                .toList();
    }
}
