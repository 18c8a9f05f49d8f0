package fr.jalon.answers;

import fr.jalon.events.meaning.Subject;
import fr.jalon.events.timeline.Certainty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A value that a subject has, or may have, on the day asked about.
 *
 * @param value its attributes, with the names things have
 * @param since the window of its beginning as written, null where it always was
 * @param until the window of its end as written, null where none is known
 * @param entries the entries it rests on
 */
public record Fact(
        Subject subject,
        ObjectNode value,
        Certainty certainty,
        @Nullable String since,
        @Nullable String until,
        List<UUID> entries,
        boolean contested) {}
