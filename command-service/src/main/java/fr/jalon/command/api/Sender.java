package fr.jalon.command.api;

import fr.jalon.web.account.Actor;
import fr.jalon.web.recording.EntryCalls;
import fr.jalon.web.request.FromParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who sends entries, and how they are meant.
 *
 * @param requestId which request they came with
 * @param dryRun whether to decide only
 * @param expectedPosition the register's last position as the sender knows it; null where they do not say
 */
@FromParameters(EntryCalls.DRY_RUN)
public record Sender(
        Actor actor,
        String requestId,
        boolean dryRun,
        @Nullable Long expectedPosition) {
    /** What is kept beside each entry: ids only, never a person's name. */
    Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("actor", actor.name());
        metadata.put("role", actor.roles());
        metadata.put("correlationId", requestId);
        return metadata;
    }
}
