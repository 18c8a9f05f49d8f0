package fr.jalon.readmodel.projection;

import fr.jalon.events.json.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Words as an index keeps them, so that nobody reads them there without the key: two letters for each of a word, made
 * of all its letters up to that one. So words that begin alike still do, and are found by their beginning.
 */
public final class KeptWords implements UnaryOperator<String> {
    /** How many words are remembered, each in the one place that it may have: most words are the same few. */
    private static final int PLACES = 1 << 15;

    private static final int LETTERS = 2;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final byte[] key;
    private final AtomicReferenceArray<@Nullable Known> known = new AtomicReferenceArray<>(PLACES);

    private record Known(String word, String kept) {}

    public KeptWords(byte[] key) {
        this.key = key.clone();
    }

    @Override
    public String apply(String word) {
        int place = (word.hashCode() * 0x9E3779B9) >>> 17;
        Known here = known.get(place);
        if (here == null || !here.word.equals(word)) {
            here = new Known(word, made(word));
            known.set(place, here);
        }
        return here.kept;
    }

    private String made(String word) {
        StringBuilder kept = new StringBuilder(LETTERS * word.length());
        MessageDigest sha256 = Sha256.begun();
        byte[] before = key;
        for (int letter : word.codePoints().toArray()) {
            sha256.update(key);
            sha256.update(before);
            before = sha256.digest(Character.toString(letter).getBytes(StandardCharsets.UTF_8));
            byte[] first = {before[0], before[1]};
            kept.append(ENCODER.encodeToString(first), 0, LETTERS);
        }
        return kept.toString();
    }
}
