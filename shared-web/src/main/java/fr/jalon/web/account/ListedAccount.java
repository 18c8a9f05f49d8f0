package fr.jalon.web.account;

/**
 * An account as its keeper sees it.
 *
 * @param enabled whether it is let in
 * @param hasSecondFactor whether a code is asked for after its password
 */
public record ListedAccount(Actor actor, boolean enabled, boolean hasSecondFactor) {}
