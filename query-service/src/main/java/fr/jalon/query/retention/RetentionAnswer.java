package fr.jalon.query.retention;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who was kept for long enough, and by which rules. */
@Schema(
        name = "Retention",
        description = "Persons who were kept for long enough: proposed for erasure, and never erased unasked")
record RetentionAnswer(
        @Schema(description = "The day that is asked about", example = "2026-01-01")
        String asOf,

        @Schema(description = "The rules, of which the one that keeps a person longest counts")
        List<Rule> rules,

        @Schema(description = "The organisations whose money is European", example = "[\"fse\"]")
        Collection<String> europeanFunders,

        @Schema(description = "Those whose term has ended, the longest ago first")
        List<Proposed> persons) {
    /** One of them. */
    @Schema(name = "RetentionRule", description = "For how many years a person is kept")
    record Rule(
            @Schema(
                    description = "A role, after its last day; or european-money, after the last day of what was given"
                            + " where and while the person was coordinator or in the team",
                    allowableValues = {"contribution", "coordinator", "team", RetentionRules.EUROPEAN_MONEY})
            String rule,

            @Schema(description = "The years", example = "2")
            int years) {}

    /** A person whose term has ended. */
    @Schema(name = "ProposedForErasure", description = "A person whose term has ended")
    record Proposed(
            @Schema(description = "The id", example = "p-7f3kq2mx")
            String person,

            @Schema(description = "The name, as it was recorded last; nothing where none was") @Nullable
            String name,

            @Schema(description = "As what registers know the person", example = "[\"coordinator\"]")
            Set<String> roles,

            @Schema(description = "In which territories' registers", example = "[\"lille\"]")
            Set<String> territories,

            @Schema(description = "The last day that any of them speaks of", example = "2023-06-30")
            LocalDate last,

            @Schema(description = "The rule that counts", example = "coordinator")
            String rule,

            @Schema(description = "The day from which its years count", example = "2023-06-30")
            LocalDate counts,

            @Schema(description = "The last day on which the person is kept", example = "2025-06-30")
            LocalDate keptUntil) {}

    static RetentionAnswer of(
            String asOf, RetentionRules rules, List<RetentionRules.Proposal> proposals, Map<String, String> names) {
        return new RetentionAnswer(
                asOf,
                rules.all().entrySet().stream()
                        .map(each -> new Rule(each.getKey(), each.getValue()))
                        .toList(),
                rules.europeanFunders(),
                proposals.stream()
                        .map(each -> new Proposed(
                                each.person(),
                                names.get(each.person()),
                                each.roles(),
                                each.territories(),
                                each.last(),
                                each.term().rule(),
                                each.term().counts(),
                                each.term().keptUntil()))
                        .toList());
    }
}
