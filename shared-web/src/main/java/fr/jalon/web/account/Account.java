package fr.jalon.web.account;

import fr.jalon.events.json.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * An actor and how they prove it.
 *
 * @param passwordHash with its scheme in front: {@code {bcrypt}$2a$…}
 * @param secondFactor null where the password is enough
 */
public record Account(
        Actor actor, String passwordHash, @Nullable SecondFactor secondFactor) {
    private static final int STAMP_BYTES = 12;

    /** One whose password is enough. */
    public Account(Actor actor, String passwordHash) {
        this(actor, passwordHash, null);
    }

    /** An account that no password in use opens: its own is random and thrown away. */
    public static Account nobody() {
        return Nobody.ACCOUNT;
    }

    /** A hash takes its time: one will do for a process. */
    private static final class Nobody {
        private static final Account ACCOUNT =
                new Account(Actor.of("nobody", "auditor"), Passwords.hash(Passwords.random()));
    }

    /** Another with each other password or second factor: what was let in by those before is let in no more. */
    public String stamp() {
        String proved = secondFactor == null ? passwordHash : passwordHash + " " + secondFactor.secret();
        byte[] digest = Sha256.begun().digest(proved.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, STAMP_BYTES));
    }

    /** Tells no hash: accounts may end up in a message. */
    @Override
    public String toString() {
        return "Account[" + actor + "]";
    }
}
