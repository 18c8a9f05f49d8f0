package fr.jalon.events.entry;

import org.jspecify.annotations.Nullable;

/** Recruitments (<i>recrutements</i>). */
public sealed interface RecruitmentEntry extends WorldEntry {
    /** A recruitment opens. */
    record RecruitmentOpened(
            Header header,
            Reference recruitment,
            @Nullable Slug role,
            @Nullable Integer positions) implements RecruitmentEntry {}

    /** A recruitment closes. */
    record RecruitmentClosed(
            Header header, Reference recruitment, @Nullable String outcome) implements RecruitmentEntry {}
}
