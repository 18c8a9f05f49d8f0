package fr.jalon.people;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/** A person's own key. Once it is destroyed nobody opens what it sealed, and nobody can try out names on a digest. */
final class PersonKey {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final int SALT_BYTES = 16;
    private static final int SALT_LETTERS = 22;

    private final Cipher cipher;
    private final SecretKeySpec forSalts;
    private final boolean isLimited;

    PersonKey(byte[] key) {
        this(key, false);
    }

    PersonKey(byte[] key, boolean isLimited) {
        this.isLimited = isLimited;
        this.cipher = new Cipher(key);
        this.forSalts =
                new SecretKeySpec(Cipher.digest(new SecretKeySpec(key, "HmacSHA256"), utf8("salts")), "HmacSHA256");
    }

    /** Whose name it is, and in whose register: a sealed one belongs there. */
    record Place(String territory, String person) {}

    /** Whether only the national team reads what it sealed. */
    boolean isLimited() {
        return isLimited;
    }

    /** The same whenever the same name is said there: else whoever is named again would seem to be called anew. */
    SealedName seal(String name, Place place) {
        byte[] salt = Cipher.digest(forSalts, utf8(place.territory()), utf8(name));
        Disclosure disclosure = new Disclosure(ENCODER.encodeToString(Arrays.copyOf(salt, SALT_BYTES)), name);
        String digest = disclosure.digest();
        byte[] text = utf8(disclosure.salt() + name);
        byte[] sealed = cipher.seal(text, belongsTo(place.territory(), place.person(), digest));
        return new SealedName(place.territory(), place.person(), digest, ENCODER.encodeToString(sealed));
    }

    /** What is behind a name; nothing where this key did not seal it so. */
    Optional<Disclosure> open(SealedName name) {
        try {
            byte[] text = cipher.open(
                    Base64.getUrlDecoder().decode(name.ciphertext()),
                    belongsTo(name.territory(), name.person(), name.digest()));
            String whole = new String(text, StandardCharsets.UTF_8);
            return Optional.of(new Disclosure(whole.substring(0, SALT_LETTERS), whole.substring(SALT_LETTERS)));
        } catch (IllegalArgumentException altered) {
            return Optional.empty();
        }
    }

    private static byte[] belongsTo(String territory, String person, String digest) {
        return utf8(territory + ":" + person + ":" + digest);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
