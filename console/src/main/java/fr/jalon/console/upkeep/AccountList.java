package fr.jalon.console.upkeep;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may come in, and as what. */
public record AccountList(List<Account> accounts) {
    /** One of them. */
    public record Account(String name, List<String> roles, boolean enabled, boolean secondFactor) {
        /** Its roles as a form has them. */
        public String rolesInRow() {
            return String.join(", ", roles);
        }
    }

    /**
     * What was done to one.
     *
     * @param password the one that was made for it, told this once
     */
    public record Changed(String account, @Nullable String password) {
        /** Never the password: what is logged is no secret. */
        @Override
        public String toString() {
            return "Changed[" + account + "]";
        }
    }
}
