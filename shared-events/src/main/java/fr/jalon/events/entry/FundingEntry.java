package fr.jalon.events.entry;

import org.jspecify.annotations.Nullable;

/** Fundings (<i>financements</i>). */
public sealed interface FundingEntry extends WorldEntry {
    /** A funder grants a funding. */
    record FundingGranted(
            Header header,
            Reference funding,
            @Nullable Organisation funder,
            @Nullable Reference programme,
            @Nullable String purpose,
            @Nullable String budgetLine,
            @Nullable Amount amount)
            implements FundingEntry {}

    /** A funding goes on. */
    record FundingRenewed(
            Header header,
            Reference funding,
            @Nullable String budgetLine,
            @Nullable Amount amount) implements FundingEntry {}

    /** A funding rises or falls; without the new amount, the amount is no longer known. */
    record FundingAmountChanged(
            Header header,
            Reference funding,
            Direction direction,
            @Nullable Amount amount) implements FundingEntry {}

    /** A funding is withdrawn. */
    record FundingWithdrawn(
            Header header, Reference funding, @Nullable String reason) implements FundingEntry {}
}
