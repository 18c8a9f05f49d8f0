package fr.jalon.query.asked;

import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.Sentences;
import java.util.List;
import java.util.Map;

/** What may be wrong with a question, beside what may be wrong with any request. */
public final class QueryProblems {
    private static final Sentences SENTENCES = Sentences.of(QueryProblems.class, "problems");

    private QueryProblems() {}

    /** 503: what the reader was promised is recorded, but not yet readable. */
    static Problem projectionBehind(long position) {
        return problem(503, "projection-behind", Long.toString(position)).header("Retry-After", "1");
    }

    /** 404: this territory's register has no such entry. */
    public static Problem unknownEntry(String entryId) {
        return problem(404, "unknown-entry", entryId);
    }

    /** 404: no register has such an entry. */
    public static Problem unknownSealedEntry(String entryId) {
        return problem(404, "unknown-sealed-entry", entryId);
    }

    /** 404: no funding ever named this organisation. */
    public static Problem unknownFunder(String organisation) {
        return problem(404, "unknown-funder", organisation);
    }

    /** 503: there are only so many places for those who follow the changes. */
    public static Problem tooManyReaders(int seconds) {
        return problem(503, "too-many-readers").header("Retry-After", Integer.toString(seconds));
    }

    /** 404: nothing is carried away under this name. */
    public static Problem unknownExport(String file, List<String> files) {
        return problem(404, "unknown-export", file, String.join(", ", files));
    }

    /** 404: the vocabulary has no such word. */
    public static Problem unknownType(String type) {
        return problem(404, "unknown-entry-type", type);
    }

    /** 422: a workbook's cells are too small for one of the texts. */
    public static Problem cellTooLong(String column) {
        return problem(422, "cell-too-long", column);
    }

    /** 409: there is one rebuild at a time. */
    public static Problem rebuildRunning() {
        return problem(409, "rebuild-running");
    }

    /** 503: an entry is sealed within a second, as a rule. */
    public static Problem notSealed(String entryId) {
        return problem(503, "not-sealed", entryId).header("Retry-After", "1");
    }

    /** 500: the event store does not hold what was sealed; nothing can be proven of this entry. */
    public static Problem altered(String entryId) {
        return problem(500, "altered-entry", entryId);
    }

    /** 500: this version of Jalon cannot read what the event store holds. */
    public static Problem undecodable(String entryId) {
        return problem(500, "undecodable-entry", entryId);
    }

    /** 503: another process has the key to sign with. */
    public static Problem noSigningKey() {
        return problem(503, "no-signing-key");
    }

    /** 422: no verifier would read so long a pack. */
    public static Problem packTooLarge(String territory) {
        return problem(422, "pack-too-large", territory);
    }

    private static Problem problem(int status, String code, Object... given) {
        return new Problem(
                status, code, SENTENCES.say(code), SENTENCES.say(code + ".detail", given), List.of(), Map.of());
    }
}
