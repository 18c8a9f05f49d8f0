package fr.jalon.seal.log;

import fr.jalon.log.SignedNote;
import fr.jalon.log.SigningKey;
import fr.jalon.log.VerifierKey;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The keys that ever signed a log, signed by one of them: what tells a key of the log's past from one that somebody put
 * beside it.
 */
public record Keyring(List<VerifierKey> keys, SignedNote signed) {
    /** No checkpoint begins so: what is signed as the one can never be taken for the other. */
    private static final String TITLE = "jalon keyring";

    public static SignedNote sign(List<VerifierKey> keys, SigningKey by) {
        return by.sign(keys.stream().map(VerifierKey::text).collect(Collectors.joining("\n", TITLE + "\n", "\n")));
    }

    /** @throws IllegalArgumentException if it is none */
    static Keyring parse(String note) {
        SignedNote signed = SignedNote.parse(note);
        String[] lines = signed.text().split("\n");
        if (!lines[0].equals(TITLE)) {
            throw new IllegalArgumentException("not a keyring");
        }
        return new Keyring(Arrays.stream(lines).skip(1).map(VerifierKey::parse).toList(), signed);
    }

    public boolean isSignedBy(VerifierKey key) {
        return key.signed(signed);
    }

    public boolean has(VerifierKey key) {
        return keys.stream().anyMatch(each -> each.text().equals(key.text()));
    }
}
