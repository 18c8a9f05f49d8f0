package fr.jalon.events.entry;

import org.jspecify.annotations.Nullable;

/** Missing fundings (<i>financements manquants</i>). */
public sealed interface FundingGapEntry extends WorldEntry {
    /** Money is missing. */
    record FundingGapReported(
            Header header,
            Reference gap,
            @Nullable Reference programme,
            @Nullable String description,
            @Nullable Amount amount)
            implements FundingGapEntry {}

    /** The money is found. */
    record FundingGapClosed(Header header, Reference gap) implements FundingGapEntry {}
}
