package fr.jalon.events.entry;

import org.jspecify.annotations.Nullable;

/** Figures reported on a programme (<i>chiffres</i>). */
public sealed interface FigureEntry extends WorldEntry {
    /** A figure is reported; it holds until the next one. */
    record FigureReported(
            Header header,
            Reference indicator,
            Reference programme,
            Decimal value,
            @Nullable Slug unit,
            @Nullable String description)
            implements FigureEntry {}
}
