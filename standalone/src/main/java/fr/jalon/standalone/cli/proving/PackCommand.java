package fr.jalon.standalone.cli.proving;

import fr.jalon.standalone.cli.client.AsOfOption;
import fr.jalon.standalone.cli.client.Asking;
import fr.jalon.standalone.cli.client.CarriedFile;
import fr.jalon.standalone.cli.client.KnownAtOption;
import fr.jalon.standalone.cli.client.Server;
import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Trouble;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jalon pack}: an audit pack of a territory, of all or of a funder, to be verified with no server. */
@Command(name = "pack", mixinStandardHelpOptions = true)
public final class PackCommand extends Asking {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "${bundle:label.territory}",
            descriptionKey = "pack.territory")
    private @Nullable String territory;

    @Option(names = "--funder", paramLabel = "${bundle:label.organisation}", descriptionKey = "pack.funder")
    private @Nullable String funder;

    @Option(names = "--all", descriptionKey = "pack.all")
    private boolean all;

    @Option(names = "--out", paramLabel = "${bundle:label.file}", descriptionKey = "export.out")
    private @Nullable Path out;

    @Mixin
    private final AsOfOption asOf = new AsOfOption();

    @Mixin
    private final KnownAtOption knownAt = new KnownAtOption();

    @Override
    public void run() {
        String path = path();
        Map<String, @Nullable String> query = new HashMap<>();
        query.put("asOf", asOf.day());
        query.put("knownAt", knownAt.place());
        CarriedFile.writeBinary(() -> server().open(path, query), out);
        if (out != null) {
            notice("pack.next", out);
        }
    }

    private String path() {
        List<String> asked = Stream.of(
                        territory == null ? null : "/territories/" + Server.segment(territory) + "/audit-pack",
                        funder == null ? null : "/funders/" + Server.segment(funder) + "/audit-pack",
                        all ? "/audit-pack" : null)
                .filter(Objects::nonNull)
                .toList();
        if (asked.size() != 1) {
            throw new Trouble(ExitCode.USAGE, Messages.say("pack.which"));
        }
        return asked.getFirst();
    }
}
