package fr.jalon.standalone.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * A second factor that somebody is about to have: it is theirs once a code shows that their application knows it.
 *
 * @param secret in base32, as applications take it
 */
public record NewFactor(String secret) {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** As many as the digest has (RFC 4226, section 4). */
    private static final int BYTES = 20;

    static NewFactor random() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return new NewFactor(Base32.of(secret));
    }

    /** What a picture of it says, for applications that read pictures. */
    public String address(String account, String host) {
        String label = encoded("Jalon " + host + ":" + account);
        return "otpauth://totp/" + label + "?secret=" + secret + "&issuer=" + encoded("Jalon " + host);
    }

    /** In groups of four, for those who type it. */
    public String inGroups() {
        return secret.replaceAll("(.{4})(?!$)", "$1 ");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Tells nothing of it. */
    @Override
    public String toString() {
        return "NewFactor";
    }
}
