package fr.jalon.events.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Projects beside the programmes (<i>projets</i>). */
public sealed interface ProjectEntry extends WorldEntry {
    /** A project begins. */
    record ProjectLaunched(
            Header header,
            Reference project,
            @Nullable Slug topic,
            @Nullable Organisation carrier,
            List<Organisation> supporters,
            @Nullable String description)
            implements ProjectEntry {
        public ProjectLaunched {
            supporters = List.copyOf(supporters);
        }
    }

    /** A project ends. */
    record ProjectEnded(
            Header header, Reference project, @Nullable String outcome) implements ProjectEntry {}
}
