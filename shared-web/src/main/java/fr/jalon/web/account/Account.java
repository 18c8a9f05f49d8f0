package fr.jalon.web.account;

/**
 * An actor and how they prove it.
 *
 * @param passwordHash with its scheme in front: {@code {bcrypt}$2a$…}
 */
public record Account(Actor actor, String passwordHash) {
    /** An account that no password in use opens: its own is random and thrown away. */
    public static Account nobody() {
        return new Account(Actor.of("nobody", "auditor"), Passwords.hash(Passwords.random()));
    }

    /** Tells no hash: accounts may end up in a message. */
    @Override
    public String toString() {
        return "Account[" + actor + "]";
    }
}
