package fr.jalon.query.account;

import fr.jalon.web.account.ListedAccount;
import fr.jalon.web.account.Mandate;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** All accounts. */
@Schema(name = "Accounts", description = "Who may come in, and as what")
record AccountsAnswer(
        @Schema(description = "All there are, by name") List<Line> accounts) {
    static AccountsAnswer of(List<ListedAccount> accounts) {
        return new AccountsAnswer(accounts.stream().map(Line::of).toList());
    }

    /** One of them. */
    @Schema(name = "Account", description = "An account; never how it proves who it is")
    record Line(
            @Schema(description = "Its name", example = "claire")
            String name,

            @Schema(description = "Its roles, each with what it is for", example = "[\"coordinator/lille\"]")
            List<String> roles,

            @Schema(description = "Whether it is let in") boolean enabled,

            @Schema(description = "Whether it has a second factor")
            boolean secondFactor) {
        private static Line of(ListedAccount account) {
            return new Line(
                    account.actor().name(),
                    account.actor().mandates().stream().map(Mandate::toString).toList(),
                    account.enabled(),
                    account.hasSecondFactor());
        }
    }
}
