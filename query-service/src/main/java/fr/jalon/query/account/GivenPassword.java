package fr.jalon.query.account;

import fr.jalon.web.account.PasswordRule;
import fr.jalon.web.account.Passwords;
import org.jspecify.annotations.Nullable;

/**
 * The password that an account is given.
 *
 * @param told what is told once: one that was made; null where whoever asks knows it
 */
record GivenPassword(String hash, @Nullable String told) {
    /** The one that is wanted, if the rules allow it; one of our making where none is wanted. */
    static GivenPassword of(@Nullable String wanted) {
        if (wanted == null) {
            String made = Passwords.random();
            return new GivenPassword(Passwords.hash(made), made);
        }
        return new GivenPassword(wanted(wanted), null);
    }

    /** The hash of one that is wanted, if the rules allow it. */
    static String wanted(String password) {
        PasswordRule.brokenBy(password).ifPresent(rule -> {
            throw AccountProblems.refusedPassword(rule).asException();
        });
        return Passwords.hash(password);
    }

    @Override
    public String toString() {
        return "GivenPassword";
    }
}
