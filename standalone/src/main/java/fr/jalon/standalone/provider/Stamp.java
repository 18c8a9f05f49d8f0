package fr.jalon.standalone.provider;

import fr.jalon.web.account.Account;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** What a token says of the password in use when it was issued, so that another password ends it. */
final class Stamp {
    static final String CLAIM = "jalon_stamp";

    private static final int BYTES = 12;

    private Stamp() {}

    static String of(Account account) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(account.passwordHash().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
