package fr.jalon.web.account;

/** Something that is done to an account. */
public sealed interface AccountChange {
    /** The account that it is done to. */
    String account();

    /** A new one. */
    record Make(Actor actor, String passwordHash) implements AccountChange {
        @Override
        public String account() {
            return actor.name();
        }
    }

    /** Other roles. */
    record GiveRoles(Actor actor) implements AccountChange {
        @Override
        public String account() {
            return actor.name();
        }
    }

    /** Another password; one that is disabled stays so. */
    record SetPassword(String account, String passwordHash) implements AccountChange {}

    /** It is let in again, by the password that it had. */
    record Enable(String account) implements AccountChange {}

    /** It is let in no more. */
    record Disable(String account) implements AccountChange {}
}
