package fr.jalon.seal.check;

import fr.jalon.log.Checkpoint;
import fr.jalon.log.SignedNote;
import fr.jalon.log.VerifierKey;
import fr.jalon.seal.check.Finding.Kind;
import fr.jalon.seal.log.KeptCheckpoints;
import fr.jalon.seal.log.KeptCheckpoints.Kept;
import fr.jalon.seal.log.SealedLog;
import fr.jalon.seal.log.SealedLog.CheckpointRow;
import fr.jalon.seal.log.SealedLog.Signed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds checkpoints against the log's keys and against one another: those in the database, and those kept elsewhere.
 */
final class CheckpointCheck {
    private static final int PAGE = 1_000;

    private final SealedLog sealed;
    private final List<VerifierKey> keys;
    private final Findings findings;

    /** @param keys those that may have signed */
    CheckpointCheck(SealedLog sealed, List<VerifierKey> keys, Findings findings) {
        this.sealed = sealed;
        this.keys = keys;
        this.findings = findings;
    }

    /** What the rows up to one claim, each of which must follow the one before it. */
    List<Claim> rows(long last) {
        List<Claim> claims = new ArrayList<>();
        CheckpointRow before = new CheckpointRow(0, 0, "");
        List<CheckpointRow> page = sealed.checkpoints(Long.MIN_VALUE, last, PAGE);
        while (!page.isEmpty()) {
            for (CheckpointRow row : page) {
                follows(row, before);
                claim(row).ifPresent(claims::add);
                before = row;
            }
            page = before.number() == Long.MAX_VALUE ? List.of() : sealed.checkpoints(before.number() + 1, last, PAGE);
        }
        return claims;
    }

    private void follows(CheckpointRow row, CheckpointRow before) {
        if (row.number() != before.number() + 1) {
            findings.add(
                    Kind.CHECKPOINT,
                    "checkpoint %d follows checkpoint %d: those between are gone, or it is out of its place"
                            .formatted(row.number(), before.number()));
        } else if (row.size() < before.size() || row.note().equals(before.note())) {
            findings.add(
                    Kind.CHECKPOINT,
                    "checkpoint %d, of size %d, cannot follow one of size %d"
                            .formatted(row.number(), row.size(), before.size()));
        }
    }

    private Optional<Claim> claim(CheckpointRow row) {
        Optional<Signed> signed = SealedLog.readable(row);
        if (signed.isEmpty()) {
            findings.add(
                    Kind.CHECKPOINT,
                    "checkpoint %d holds no checkpoint of size %d".formatted(row.number(), row.size()));
            return Optional.empty();
        }
        Checkpoint checkpoint = signed.get().checkpoint();
        if (!isSigned(signed.get())) {
            findings.add(
                    Kind.SIGNATURE,
                    "checkpoint %d, of size %d, is not signed by this log".formatted(row.number(), checkpoint.size()));
            return Optional.empty();
        }
        return Optional.of(new Claim("checkpoint " + row.number(), checkpoint.size(), checkpoint.root()));
    }

    /**
     * What kept files claim.
     *
     * @param size how many entries are sealed
     */
    List<Claim> kept(List<Kept> files, long size) {
        List<Claim> claims = new ArrayList<>();
        for (Kept each : files) {
            Signed signed = each.signed();
            if (signed == null) {
                findings.add(Kind.KEPT_UNREADABLE, each.file() + " holds no checkpoint");
            } else if (!each.file()
                    .equals(KeptCheckpoints.name(signed.checkpoint().size()))) {
                findings.add(
                        Kind.KEPT_UNREADABLE,
                        "%s holds a checkpoint of %d entries"
                                .formatted(each.file(), signed.checkpoint().size()));
            } else if (isOfAnother(signed)) {
                findings.add(Kind.REWRITTEN, each.file() + " is of another log than this one");
            } else if (!isSigned(signed)) {
                findings.add(Kind.KEPT_UNREADABLE, each.file() + " is not signed by this log");
            } else if (signed.checkpoint().size() > size) {
                findings.add(
                        Kind.ROLLED_BACK,
                        "%s knows of %d entries, the log of %d"
                                .formatted(each.file(), signed.checkpoint().size(), size));
            } else {
                claims.add(new Claim(
                        each.file(),
                        signed.checkpoint().size(),
                        signed.checkpoint().root()));
            }
        }
        return claims;
    }

    private boolean isOfAnother(Signed signed) {
        return keys.stream()
                .noneMatch(key -> key.name().equals(signed.checkpoint().origin()));
    }

    private boolean isSigned(Signed signed) {
        SignedNote note = SignedNote.parse(signed.note());
        return keys.stream()
                .anyMatch(key -> key.name().equals(signed.checkpoint().origin()) && key.signed(note));
    }
}
