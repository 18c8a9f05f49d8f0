package fr.jalon.standalone.cli.client;

import picocli.CommandLine.Parameters;

/** The territory that a command is about. */
public final class TerritoryParameter {
    @Parameters(index = "0", paramLabel = "${bundle:label.territory}", descriptionKey = "territory")
    @SuppressWarnings("NullAway.Init")
    private String territory;

    public String name() {
        return territory;
    }

    /** Its address; {@code rest} follows. */
    public String path(String rest) {
        return "/territories/" + Server.segment(territory) + rest;
    }
}
