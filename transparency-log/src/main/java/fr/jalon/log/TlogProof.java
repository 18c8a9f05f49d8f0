package fr.jalon.log;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * That a leaf is in the log, for whoever has the log's key and the leaf: nothing else is needed (C2SP tlog-proof).
 *
 * @param index the leaf's number, from 0
 * @param path from the leaf up to the checkpoint's root
 * @param checkpoint a signed note
 */
public record TlogProof(long index, List<Hash> path, String checkpoint) {
    private static final String VERSION = "c2sp.org/tlog-proof@v1\n";
    private static final Pattern EXTRA = Pattern.compile(Pattern.quote(VERSION) + "extra [A-Za-z0-9+/=]*\n");
    private static final String INDEX = "index ";

    /** The proof as it is sent and kept. */
    public String text() {
        StringBuilder text =
                new StringBuilder(VERSION).append(INDEX).append(index).append('\n');
        path.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }

    /**
     * Reads a proof; extra data, which nobody signs for, is passed over.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static TlogProof parse(String given) {
        Matcher extra = EXTRA.matcher(given);
        String text = extra.lookingAt() ? VERSION + given.substring(extra.end()) : given;
        int blank = text.indexOf("\n\n");
        if (!text.startsWith(VERSION + INDEX) || blank < 0) {
            throw new IllegalArgumentException("not a tlog-proof");
        }
        List<String> lines =
                text.substring(VERSION.length() + INDEX.length(), blank).lines().toList();
        List<Hash> path = lines.stream().skip(1).map(Hash::parse).toList();
        TlogProof proof = new TlogProof(Long.parseLong(lines.getFirst()), path, text.substring(blank + 2));
        if (!proof.text().equals(text)) {
            throw new IllegalArgumentException("a tlog-proof is written in one way only");
        }
        return proof;
    }

    /** Whether it proves that this leaf is in the log of this key. */
    public boolean proves(Hash leaf, VerifierKey key) {
        SignedNote note = SignedNote.parse(checkpoint);
        Checkpoint signed = Checkpoint.parse(note.text());
        return key.signed(note)
                && key.name().equals(signed.origin())
                && Merkle.includes(leaf, index, signed.size(), path, signed.root());
    }
}
