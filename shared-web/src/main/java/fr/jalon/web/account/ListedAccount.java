package fr.jalon.web.account;

/**
 * An account as its keeper sees it.
 *
 * @param enabled whether it is let in
 */
public record ListedAccount(Actor actor, boolean enabled) {}
