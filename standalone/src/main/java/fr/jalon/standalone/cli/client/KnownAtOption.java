package fr.jalon.standalone.cli.client;

import fr.jalon.events.time.Days;
import fr.jalon.standalone.cli.terminal.DayOption;
import fr.jalon.standalone.cli.terminal.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Up to where the register is read. */
public final class KnownAtOption {
    @Option(names = "--known-at", paramLabel = "${bundle:label.known-at}", descriptionKey = "known-at")
    private @Nullable String written;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    public @Nullable String place() {
        return DayOption.knownAt(written, spec.commandLine().getErr());
    }

    /** Says that the register has not come so far: the answer will be another once more is recorded. */
    public void sayIfBeyond(@Nullable String place, JsonNode answer) {
        if (place == null) {
            return;
        }
        if (place.matches("\\d+")) {
            String head = answer.path("position").asString("");
            if (!head.isEmpty() && !head.equals(place.replaceFirst("^0+(?=.)", ""))) {
                say("known-at.position", place, head);
            }
        } else if (isToCome(place)) {
            say("known-at.to-come", place);
        }
    }

    private static boolean isToCome(String place) {
        try {
            return place.contains("T")
                    ? Instant.parse(place).isAfter(Instant.now())
                    : !LocalDate.parse(place).isBefore(LocalDate.now(Days.ZONE));
        } catch (DateTimeParseException otherwise) {
            return false;
        }
    }

    private void say(String key, String... given) {
        spec.commandLine().getErr().println(Messages.say(key, (Object[]) given));
    }
}
