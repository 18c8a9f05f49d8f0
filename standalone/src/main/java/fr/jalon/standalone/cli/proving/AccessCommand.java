package fr.jalon.standalone.cli.proving;

import fr.jalon.events.said.SaidDates;
import fr.jalon.standalone.cli.client.Asking;
import fr.jalon.standalone.cli.terminal.DayOption;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.TextTable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code jalon access}: who came in, who was refused, what was carried away, the latest first. */
@Command(name = "access", mixinStandardHelpOptions = true)
public final class AccessCommand extends Asking {
    private static final String PAGE = "1000";

    @Option(names = "--account", paramLabel = "${bundle:label.name}", descriptionKey = "access.account")
    private @Nullable String account;

    @Option(names = "--kind", paramLabel = "${bundle:label.kind}", descriptionKey = "access.kind")
    private @Nullable String kind;

    @Option(names = "--from", paramLabel = "${bundle:label.date}", descriptionKey = "access.from")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "${bundle:label.date}", descriptionKey = "access.to")
    private @Nullable String to;

    @Option(names = "--json", descriptionKey = "json.lines")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        Map<String, @Nullable String> query = new HashMap<>();
        query.put("account", account);
        query.put("kind", kind);
        query.put("from", day(from, DayOption.Taken.FIRST));
        query.put("to", day(to, DayOption.Taken.LAST));
        query.put("limit", PAGE);
        TextTable table = new TextTable("access.columns");
        server().each("/access", query, "accesses", access -> {
            if (json) {
                out().println(access);
            } else {
                tell(access, table);
            }
            return true;
        });
        if (!json) {
            out().print(table);
        }
    }

    private static void tell(JsonNode access, TextTable table) {
        String role = text(access, "role");
        String code = text(access, "code");
        String operation = text(access, "operation");
        table.row(
                SaidDates.minute(access.path("at")),
                Messages.say("access.kind." + access.path("kind").stringValue()),
                role.isEmpty() ? text(access, "account") : text(access, "account") + " (" + role + ")",
                code.isEmpty() ? operation : operation + " (" + code + ")",
                text(access, "about"),
                text(access, "address"));
    }

    private static String text(JsonNode access, String name) {
        return access.path(name).asString("");
    }

    private @Nullable String day(@Nullable String written, DayOption.Taken taken) {
        return DayOption.day(written, taken, spec.commandLine().getErr());
    }
}
