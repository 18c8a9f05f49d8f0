package fr.jalon.events.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The territory and its perimeter (<i>territoire, périmètre</i>). */
public sealed interface TerritoryEntry extends WorldEntry {
    /** A territory's register begins; always its first entry. */
    record TerritoryOpened(Header header, String name, TerritoryKind kind, List<Department> departments)
            implements TerritoryEntry {
        public TerritoryOpened {
            departments = List.copyOf(departments);
        }
    }

    /** The territory covers other départements. */
    record PerimeterChanged(
            Header header,
            List<Department> departments,
            @Nullable String description) implements TerritoryEntry {
        public PerimeterChanged {
            departments = List.copyOf(departments);
        }
    }
}
