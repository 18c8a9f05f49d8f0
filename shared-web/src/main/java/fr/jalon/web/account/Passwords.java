package fr.jalon.web.account;

import java.security.SecureRandom;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are made and hashed: bcrypt, with the scheme's name in front so that it can change one day. */
public final class Passwords {
    public static final PasswordEncoder ENCODER = PasswordEncoderFactories.createDelegatingPasswordEncoder();

    private static final SecureRandom RANDOM = new SecureRandom();
    /** Without the letters and digits that are mistaken for one another. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 5;
    private static final int GROUP = 5;

    private static volatile PasswordEncoder hashing = ENCODER;

    private Passwords() {}

    /** 125 random bits, in groups that can be read aloud. */
    public static String random() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    /** For tests, which make hundreds: hashes that nothing could be guarded with. */
    static void hashBy(PasswordEncoder other) {
        hashing = other;
    }

    /**
     * A password's hash, another each time.
     *
     * @throws IllegalArgumentException if it is empty, or longer than the 72 bytes that bcrypt takes in
     */
    public static String hash(String password) {
        String hash = hashing.encode(password);
        if (hash == null) {
            throw new IllegalArgumentException("No password, no hash");
        }
        return hash;
    }
}
