package fr.jalon.web.signin;

import fr.jalon.web.account.Account;
import fr.jalon.web.account.Right;

/**
 * Whose password is not enough: whoever has a second factor, and, where it is required, whoever may oversee all, the
 * national team and auditors.
 *
 * @param required whether those have to have one ({@code jalon.second-factor=required})
 */
public record FactorRule(boolean required) {
    /** Whether more than its password is asked of an account. */
    public boolean asksMoreOf(Account account) {
        return account.secondFactor() != null || mustHaveOne(account);
    }

    /** Whether an account may not be without one. */
    public boolean mustHaveOne(Account account) {
        return required && account.actor().may(Right.OVERSEE, null, null);
    }
}
