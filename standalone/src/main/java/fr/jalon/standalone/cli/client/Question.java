package fr.jalon.standalone.cli.client;

import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** A command that asks one question: its answer is told to people, or given as it came to programs. */
public abstract class Question extends Asking {
    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    /** What the server answers. */
    protected abstract JsonNode answer();

    /** The same for people. */
    protected abstract String told(JsonNode answer);

    @Override
    public final void run() {
        JsonNode answer = answer();
        out().println(json ? answer.toPrettyString() : told(answer).stripTrailing());
    }
}
