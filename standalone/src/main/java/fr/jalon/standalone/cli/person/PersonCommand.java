package fr.jalon.standalone.cli.person;

import fr.jalon.events.said.SaidDates;
import fr.jalon.standalone.cli.client.AsOfOption;
import fr.jalon.standalone.cli.client.Server;
import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Surroundings;
import fr.jalon.standalone.cli.terminal.TextTable;
import fr.jalon.standalone.cli.terminal.Trouble;
import java.io.PrintWriter;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code jalon person}: what the register holds of somebody, for how long, and what may be done about it. */
@Command(name = "person", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "${bundle:label.commands}")
public final class PersonCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), Messages.say("person.missing"));
    }

    @Command(name = "show", mixinStandardHelpOptions = true)
    void show(
            @Parameters(paramLabel = "${bundle:label.person}", descriptionKey = "person.id") String person,
            @Option(names = "--json", descriptionKey = "json") boolean json,
            @Mixin Server server) {
        JsonNode held = server.get("/persons/" + Server.segment(person), Map.of());
        if (json) {
            out().println(held);
            return;
        }
        if (held.path("erased").asBoolean(false)) {
            out().println(Messages.say("person.is-erased", person));
        }
        if (held.path("limitation").isObject()) {
            out().println(Messages.say("person.is-limited", person, by(held.path("limitation"), "limited")));
        }
        TextTable table = new TextTable("person.columns");
        held.path("entries")
                .forEach(each -> table.row(
                        each.path("territory").asString(""),
                        each.path("position").asString(""),
                        SaidDates.minute(each.path("recordedAt")),
                        each.at("/entry/type").asString(""),
                        name(each.path("entry"))));
        out().print(table);
    }

    @Command(name = "retention", mixinStandardHelpOptions = true)
    void retention(
            @Mixin AsOfOption asOf,
            @Option(names = "--json", descriptionKey = "json") boolean json,
            @Mixin Server server) {
        JsonNode kept = server.get("/persons/retention", Collections.singletonMap("asOf", asOf.day()));
        if (json) {
            out().println(kept);
            return;
        }
        TextTable table = new TextTable("person.retention.columns");
        kept.path("persons")
                .forEach(each -> table.row(
                        each.path("person").asString(""),
                        each.path("name").asString(""),
                        each.path("territories")
                                .valueStream()
                                .map(JsonNode::asString)
                                .collect(Collectors.joining(", ")),
                        Messages.say("person.rule." + each.path("rule").asString("")),
                        each.path("counts").asString(""),
                        each.path("keptUntil").asString("")));
        out().print(table);
    }

    @Command(name = "mentions", mixinStandardHelpOptions = true)
    void mentions(
            @Parameters(paramLabel = "${bundle:label.person}", descriptionKey = "person.id") String person,
            @Option(names = "--json", descriptionKey = "json") boolean json,
            @Mixin Server server) {
        JsonNode found = server.get("/persons/" + Server.segment(person) + "/mentions", Map.of());
        if (json) {
            out().println(found);
            return;
        }
        TextTable table = new TextTable("person.mentions");
        found.path("mentions")
                .forEach(each -> table.row(
                        each.path("territory").asString(""),
                        each.path("position").asString(""),
                        each.path("pointer").asString(""),
                        Messages.say(each.path("whole").asBoolean(false) ? "person.whole" : "person.part"),
                        each.path("text").asString("")));
        out().print(table);
    }

    @Command(name = "erase", mixinStandardHelpOptions = true)
    void erase(
            @Parameters(paramLabel = "${bundle:label.person}", descriptionKey = "person.id") String person,
            @Option(names = "--reason", required = true, descriptionKey = "person.reason") String reason,
            @Mixin Server server) {
        asked(server, person).ifPresent(erasure -> {
            throw new Trouble(
                    ExitCode.REFUSED,
                    Messages.say(
                            "person.asked-before",
                            person,
                            erasure.path("askedBy").asString("")));
        });
        tell(post(server, person, "erasure", reason));
    }

    /** Apart from asking, so that nobody who means to ask confirms what another asked for meanwhile. */
    @Command(name = "confirm", mixinStandardHelpOptions = true)
    void confirm(
            @Parameters(paramLabel = "${bundle:label.person}", descriptionKey = "person.id") String person,
            @Option(names = "--reason", required = true, descriptionKey = "person.reason") String reason,
            @Mixin Server server) {
        if (asked(server, person).isEmpty()) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("person.not-asked", person));
        }
        JsonNode erasure = post(server, person, "erasure", reason);
        if (!erasure.path("state").asString("").equals("done")) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("person.by-another"));
        }
        tell(erasure);
    }

    @Command(name = "limit", mixinStandardHelpOptions = true)
    void limit(
            @Parameters(paramLabel = "${bundle:label.person}", descriptionKey = "person.id") String person,
            @Option(names = "--reason", required = true, descriptionKey = "person.reason") String reason,
            @Mixin Server server) {
        post(server, person, "limitation", reason);
        out().println(Messages.say("person.limited"));
    }

    @Command(name = "lift", mixinStandardHelpOptions = true)
    void lift(
            @Parameters(paramLabel = "${bundle:label.person}", descriptionKey = "person.id") String person,
            @Option(names = "--reason", required = true, descriptionKey = "person.reason") String reason,
            @Mixin Server server) {
        post(server, person, "limitation/lifting", reason);
        out().println(Messages.say("person.lifted"));
    }

    @Command(name = "limitations", mixinStandardHelpOptions = true)
    void limitations(@Option(names = "--json", descriptionKey = "json") boolean json, @Mixin Server server) {
        JsonNode all = server.get("/limitations", Map.of());
        if (json) {
            out().println(all);
            return;
        }
        TextTable table = new TextTable("person.limitations.columns");
        all.path("limitations")
                .forEach(each -> table.row(
                        each.path("limitation").asString(""),
                        Messages.say("person.state." + each.path("state").asString("")),
                        each.path("person").asString(""),
                        by(each, "limited"),
                        by(each, "lifted"),
                        each.path("reason").asString("")));
        out().print(table);
    }

    @Command(name = "erasures", mixinStandardHelpOptions = true)
    void erasures(
            @Option(names = "--json", descriptionKey = "person.erasures.json") boolean json, @Mixin Server server) {
        JsonNode all = server.get("/erasures", Map.of());
        if (json) {
            out().println(all);
            return;
        }
        TextTable table = new TextTable("person.erasures.columns");
        all.path("erasures")
                .forEach(each -> table.row(
                        each.path("erasure").asString(""),
                        Messages.say("person.state." + each.path("state").asString("")),
                        each.path("person").asString(""),
                        by(each, "asked"),
                        by(each, "confirmed"),
                        entry(each.path("entry")),
                        each.path("reason").asString("").replace('\n', ' ')));
        out().print(table);
        String waiting = all.at(
                        "/waiting/" + Surroundings.current().language().locale().getLanguage())
                .asString("");
        if (!waiting.isEmpty()) {
            out().println(waiting);
        }
    }

    /** As commands take it: {@code france/14}. */
    private static String entry(JsonNode entry) {
        return entry.isObject()
                ? entry.path("territory").asString("") + "/"
                        + entry.path("position").asString("")
                : "";
    }

    private static String by(JsonNode erasure, String act) {
        String account = erasure.path(act + "By").asString("");
        return account.isEmpty() ? "" : account + ", " + SaidDates.minute(erasure.path(act + "At"));
    }

    private static String name(JsonNode entry) {
        JsonNode named = entry.path("entry").isObject() ? entry.path("entry") : entry;
        return named.at("/person/name").asString("");
    }

    private static Optional<JsonNode> asked(Server server, String person) {
        return server.get("/erasures", Map.of())
                .path("erasures")
                .valueStream()
                .filter(each -> person.equals(each.path("person").asString("")))
                .findFirst();
    }

    private static JsonNode post(Server server, String person, String what, String reason) {
        return server.post(
                "/persons/" + Server.segment(person) + "/" + what,
                Map.of(),
                JsonMapper.shared().createObjectNode().put("reason", reason));
    }

    private void tell(JsonNode erasure) {
        out().println(Messages.say("person." + erasure.path("state").asString("")));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
