package fr.jalon.tables.typed;

import fr.jalon.tables.column.KnownThings.NamedThing;
import java.util.Collection;

/** The register, asked which things have a name. */
public interface ThingsAsked {
    /** All of a territory's; none where it is yet to be opened. */
    Collection<NamedThing> ofTheTerritory();

    /** Organisations of any register whose name has this in it. */
    Collection<NamedThing> organisations(String name);
}
