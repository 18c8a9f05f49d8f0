package fr.jalon.web.account;

import java.util.List;

/**
 * What an account proves who it is with beside its password: codes of an application (TOTP), or one of those that were
 * given for the day when that is lost.
 *
 * @param secret what the codes are made of, sealed with a key that is not in the database
 * @param recovery the digests of the codes that are left for that day
 */
public record SecondFactor(String secret, List<String> recovery) {
    public SecondFactor {
        recovery = List.copyOf(recovery);
    }

    /** Tells nothing of it. */
    @Override
    public String toString() {
        return "SecondFactor";
    }
}
