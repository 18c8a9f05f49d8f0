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

    /**
     * What an account does to itself, once it has proved who it is.
     *
     * @param account the one that asks, and no other
     * @param passwordHash of the password that was found right: another one since then, and nothing is changed
     */
    record ChangeOwn(String account, String passwordHash, Own change) implements AccountChange {
        /** Tells no hash. */
        @Override
        public String toString() {
            return "ChangeOwn[" + account + "]";
        }
    }

    /** What may be changed of one's own. */
    sealed interface Own {
        /** Another password. */
        record Password(String newHash) implements Own {}

        /** A second factor, where there is none; the code of this step showed that its holder has it. */
        record AddSecondFactor(SecondFactor factor, long step) implements Own {}

        /** No second factor any more. */
        record DropSecondFactor() implements Own {}

        /** A code is used up, with all of before: nobody comes in by it again. */
        record UseCode(long step) implements Own {}

        /** One of those for the day when the application is lost is used up. */
        record UseRecoveryCode(String digest) implements Own {}
    }

    /** Its second factor is taken away, for a holder who lost it. */
    record ForgetSecondFactor(String account) implements AccountChange {}

    /** It is let in again, by the password that it had. */
    record Enable(String account) implements AccountChange {}

    /** It is let in no more. */
    record Disable(String account) implements AccountChange {}
}
