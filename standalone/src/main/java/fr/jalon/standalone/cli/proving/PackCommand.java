package fr.jalon.standalone.cli.proving;

import fr.jalon.standalone.cli.client.AsOfOption;
import fr.jalon.standalone.cli.client.Asking;
import fr.jalon.standalone.cli.client.CarriedFile;
import fr.jalon.standalone.cli.client.KnownAtOption;
import fr.jalon.standalone.cli.client.TerritoryParameter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jalon pack}: an audit pack of a territory, to carry away and to verify with no server. */
@Command(name = "pack", mixinStandardHelpOptions = true)
public final class PackCommand extends Asking {
    @Mixin
    private final TerritoryParameter territory = new TerritoryParameter();

    @Option(names = "--out", paramLabel = "${bundle:label.file}", descriptionKey = "export.out")
    private @Nullable Path out;

    @Mixin
    private final AsOfOption asOf = new AsOfOption();

    @Mixin
    private final KnownAtOption knownAt = new KnownAtOption();

    @Override
    public void run() {
        Map<String, @Nullable String> query = new HashMap<>();
        query.put("asOf", asOf.day());
        query.put("knownAt", knownAt.place());
        CarriedFile.writeBinary(() -> server().open(territory.path("/audit-pack"), query), out);
        if (out != null) {
            notice("pack.next", out);
        }
    }
}
