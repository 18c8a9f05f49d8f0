package fr.jalon.standalone.cli.client;

import java.util.Map;
import picocli.CommandLine.Parameters;

/** The territory that a command is about. */
public final class TerritoryParameter {
    @Parameters(index = "0", paramLabel = "${bundle:label.territory}", descriptionKey = "territory")
    @SuppressWarnings("NullAway.Init")
    private String territory;

    public String name() {
        return territory;
    }

    /** What it is called at present; its id while nobody said. */
    public String called(Server server) {
        return server.get(path("/things"), Map.of())
                .path("things")
                .valueStream()
                .filter(thing -> thing.path("kind").asString("").equals("territory"))
                .map(thing -> thing.path("name").asString(territory))
                .findFirst()
                .orElse(territory);
    }

    /** Its address; {@code rest} follows. */
    public String path(String rest) {
        return "/territories/" + Server.segment(territory) + rest;
    }
}
