package fr.jalon.people;

import fr.jalon.events.json.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What opens a commitment to a name, in the manner of SD-JWT (RFC 9901): base64url of a JSON array of a salt and the
 * name. Its SHA-256 stands in the entry, so whoever is told it can check the name with no key, and whoever is not can
 * guess nothing.
 */
public record Disclosure(String salt, String name) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /** As it is given away. */
    public String text() {
        byte[] array = JSON.writeValueAsBytes(new String[] {salt, name});
        return ENCODER.encodeToString(array);
    }

    /** One that was given away; nothing where it is none. */
    public static Optional<Disclosure> parse(String disclosure) {
        try {
            String[] array = JSON.readValue(Base64.getUrlDecoder().decode(disclosure), String[].class);
            return array.length == 2 ? Optional.of(new Disclosure(array[0], array[1])) : Optional.empty();
        } catch (RuntimeException notOne) {
            return Optional.empty();
        }
    }

    /** What is recorded of it, base64url. */
    public String digest() {
        return digest(text());
    }

    /** That of a disclosure as it was given away. */
    public static String digest(String disclosure) {
        return ENCODER.encodeToString(Sha256.begun().digest(disclosure.getBytes(StandardCharsets.US_ASCII)));
    }
}
