package fr.jalon.events.entry;

import org.jspecify.annotations.Nullable;

/** What the register speaks of: its id is what it is; its name is only what it is called at present. */
public sealed interface Thing permits Reference, Organisation, Worksite {
    Slug id();

    @Nullable
    String name();
}
