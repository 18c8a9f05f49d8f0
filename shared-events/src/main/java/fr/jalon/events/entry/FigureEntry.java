package fr.jalon.events.entry;

import org.jspecify.annotations.Nullable;

/** Figures reported on a programme (<i>chiffres</i>). */
public sealed interface FigureEntry extends WorldEntry {
    /** A figure is reported, or only which way it moves; it holds until the next one. */
    @AtLeastOne({"value", "trend"})
    record FigureReported(
            Header header,
            Reference indicator,
            Reference programme,
            @Nullable Decimal value,
            @Nullable Slug unit,
            @Nullable Trend trend,
            @Nullable String description)
            implements FigureEntry {}
}
