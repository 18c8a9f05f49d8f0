package fr.jalon.standalone.cli.proving;

import fr.jalon.standalone.cli.client.Asking;
import fr.jalon.standalone.cli.client.CarriedFile;
import fr.jalon.standalone.cli.client.Server;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jalon checkpoint}: what the log is signed to be now, to keep elsewhere. */
@Command(name = "checkpoint", mixinStandardHelpOptions = true)
public final class CheckpointCommand extends Asking {
    @Option(names = "--out", paramLabel = "${bundle:label.file}", descriptionKey = "export.out")
    private @Nullable Path out;

    @Mixin
    private final LogKeys keys = new LogKeys();

    @Override
    public void run() {
        SignedHead head = shown(server(), keys);
        CarriedFile.write(() -> new ByteArrayInputStream(head.note().getBytes(StandardCharsets.UTF_8)), out);
        notice("checkpoint.kept", head.checkpoint().size(), head.key().text());
    }

    /** The head that a server shows. */
    static SignedHead shown(Server server, LogKeys keys) {
        return SignedHead.of(
                server.text("/log/checkpoint"), keys.orElse(() -> server.text("/log/key")), server.address());
    }
}
