package fr.jalon.standalone.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** What the commands share that ask a server about one territory. */
abstract class AboutTerritory implements Runnable {
    @Mixin
    private final Server server = new Server();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "TERRITORY", descriptionKey = "territory")
    @SuppressWarnings("NullAway.Init")
    private String territory;

    /** What the server answers; {@code rest} follows the territory in the address. */
    final JsonNode get(String rest, Map<String, @Nullable String> query) {
        return server.get(path(rest), query);
    }

    /** The same, to be read while it is sent. */
    final InputStream open(String rest, Map<String, @Nullable String> query) {
        return server.open(path(rest), query);
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** The day asked about, which is said back unless it is written as one. */
    final @Nullable String day(@Nullable String written, DayOption.Taken taken) {
        return DayOption.day(written, taken, spec.commandLine().getErr());
    }

    /** The instant, day or position asked about. */
    final @Nullable String knownAt(@Nullable String written) {
        return DayOption.knownAt(written, spec.commandLine().getErr());
    }

    private String path(String rest) {
        return "/territories/" + Server.segment(territory) + rest;
    }
}
