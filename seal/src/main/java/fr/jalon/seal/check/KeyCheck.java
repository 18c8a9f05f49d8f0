package fr.jalon.seal.check;

import fr.jalon.log.VerifierKey;
import fr.jalon.seal.check.Finding.Kind;
import fr.jalon.seal.log.SealedLog;
import java.util.ArrayList;
import java.util.List;

/** Holds the keys that the database lists against those that the log's own key vouches for. */
final class KeyCheck {
    private final SealedLog sealed;
    private final List<VerifierKey> own;
    private final Findings findings;

    /** @param own the keys that this process knows by itself; where it has none, the database's word is all there is */
    KeyCheck(SealedLog sealed, List<VerifierKey> own, Findings findings) {
        this.sealed = sealed;
        this.own = own;
        this.findings = findings;
    }

    /** Those that may have signed. */
    List<VerifierKey> run() {
        List<VerifierKey> trusted = new ArrayList<>(own.isEmpty() ? sealed.keys() : own);
        List<String> keyrings = sealed.keyrings();
        for (String note : keyrings) {
            if (SealedLog.keyring(note).isEmpty()) {
                findings.add(Kind.KEY, "a keyring cannot be read");
            }
        }
        for (VerifierKey key : List.copyOf(trusted)) {
            sealed.keyring(key).stream()
                    .flatMap(ring -> ring.keys().stream())
                    .filter(each -> isMissing(each, trusted))
                    .forEach(trusted::add);
        }
        List<String> listed = sealed.listedKeys();
        for (String text : listed) {
            if (trusted.stream().noneMatch(key -> key.text().equals(text))) {
                findings.add(
                        Kind.KEY,
                        SealedLog.key(text)
                                .map(key -> "the key %s+%08x is listed, and this log's key does not vouch for it"
                                        .formatted(key.name(), key.keyId()))
                                .orElse("what is listed as a key is none"));
            }
        }
        if (!listed.isEmpty() || !keyrings.isEmpty() || sealed.checkpoint().isPresent()) {
            vouched(trusted, listed, keyrings);
        }
        return trusted;
    }

    private void vouched(List<VerifierKey> trusted, List<String> listed, List<String> keyrings) {
        for (VerifierKey key : trusted) {
            if (!listed.contains(key.text())) {
                findings.add(
                        Kind.KEY,
                        "the key %s+%08x signed this log, and is not listed".formatted(key.name(), key.keyId()));
            }
        }
        boolean isOurs = keyrings.stream()
                .findFirst()
                .flatMap(SealedLog::keyring)
                .filter(ring -> trusted.stream().anyMatch(ring::isSignedBy))
                .isPresent();
        if (!isOurs) {
            findings.add(Kind.KEY, "the last keyring is gone, or is not signed by this log's key");
        }
    }

    private static boolean isMissing(VerifierKey key, List<VerifierKey> among) {
        return among.stream().noneMatch(each -> each.text().equals(key.text()));
    }
}
