package fr.jalon.query.asked;

import fr.jalon.events.entry.Code;
import fr.jalon.web.problem.Bilingual;
import fr.jalon.web.problem.ParameterForm;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.problem.SentencePair;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What may be wrong with a question, beside what may be wrong with any request. */
public final class QueryProblems {
    private static final SentencePair SENTENCES = SentencePair.of(QueryProblems.class, "problems");

    /** More would be a list, not a sentence. */
    private static final int MOST_NAMED = 20;

    private QueryProblems() {}

    /** 503: what the reader was promised is recorded, but not yet readable. */
    static Problem projectionBehind(long position) {
        return problem(ProblemCode.PROJECTION_BEHIND, Long.toString(position)).header("Retry-After", "1");
    }

    /** 404: this territory's register has no such entry. */
    public static Problem unknownEntry(String entryId) {
        return problem(ProblemCode.UNKNOWN_ENTRY, entryId);
    }

    /** 404: no register has such an entry. */
    public static Problem unknownSealedEntry(String entryId) {
        return problem(ProblemCode.UNKNOWN_SEALED_ENTRY, entryId);
    }

    /** 404: no funding ever named this organisation. */
    public static Problem unknownFunder(String organisation) {
        return problem(ProblemCode.UNKNOWN_FUNDER, organisation);
    }

    /** 503: there are only so many places for those who follow the changes. */
    public static Problem tooManyReaders(int seconds) {
        return problem(ProblemCode.TOO_MANY_READERS).header("Retry-After", Integer.toString(seconds));
    }

    /** 404: nothing is carried away under this name. */
    public static Problem unknownExport(String file, List<String> files) {
        return problem(ProblemCode.UNKNOWN_EXPORT, file, String.join(", ", files));
    }

    /** 404: the vocabulary has no such word. */
    public static Problem unknownType(String type) {
        return problem(ProblemCode.UNKNOWN_ENTRY_TYPE, type);
    }

    /** How a subject is named: a kind and, where a territory has several of it, a key. */
    public static Bilingual subjects(List<String> kinds) {
        return SENTENCES.say("subject.form", String.join(", ", kinds));
    }

    /** Which of them is meant, where the register has several of a kind. */
    public static Bilingual whichSubject(List<String> known) {
        return SENTENCES.say("subject.several", some(known));
    }

    /** That no entry ever spoke of a subject, and of which others of its kind some did. */
    public static Bilingual unheardOf(String subject, List<String> known) {
        return known.isEmpty()
                ? SENTENCES.say("subject.none", subject)
                : SENTENCES.say("subject.unheard-of", subject, some(known));
    }

    private static String some(List<String> known) {
        String first = known.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return known.size() > MOST_NAMED ? first + ", …" : first;
    }

    /** The one of these values that a parameter names; a problem that lists them if it is none. */
    public static <E extends Code> E among(String parameter, String given, List<E> values) {
        return values.stream()
                .filter(value -> value.code().equals(given))
                .findFirst()
                .orElseThrow(() -> ParameterForm.ONE_OF
                        .missedBy(parameter, values.stream().map(Code::code).collect(Collectors.joining(", ")))
                        .asException());
    }

    /** 404: no entry names this person. */
    public static Problem unknownPerson(String person) {
        return problem(ProblemCode.UNKNOWN_PERSON, person);
    }

    /** 400: an erasure has a reason. */
    public static Problem reasonNeeded() {
        return Problem.of(ProblemCode.INVALID_PARAMETER).detailed(SENTENCES.say("invalid-parameter.reason"));
    }

    /** 400: a list of ids, as it was told. */
    public static Problem erasedNeeded() {
        return Problem.of(ProblemCode.INVALID_PARAMETER).detailed(SENTENCES.say("invalid-parameter.erased"));
    }

    /** 400: a list of erasures, as it was told. */
    public static Problem erasuresNeeded() {
        return Problem.of(ProblemCode.INVALID_PARAMETER).detailed(SENTENCES.say("invalid-parameter.erasures"));
    }

    /** 400: what this register never told so, and one account alone cannot ask for. */
    public static Problem erasuresUnsealed() {
        return Problem.of(ProblemCode.INVALID_PARAMETER).detailed(SENTENCES.say("invalid-parameter.unsealed"));
    }

    /** 400: a redaction says which sealed text it is of. */
    public static Problem textNeeded(String pointer) {
        return Problem.of(ProblemCode.INVALID_PARAMETER).detailed(SENTENCES.say("invalid-parameter.text", pointer));
    }

    /** 400: a list of redactions, as it was told. */
    public static Problem redactionsNeeded() {
        return Problem.of(ProblemCode.INVALID_PARAMETER).detailed(SENTENCES.say("invalid-parameter.redactions"));
    }

    /** How many erasures no register has yet, and whether they wait for that one to be opened. */
    public static Bilingual erasuresWait(int number, String register, boolean isOpen) {
        return SENTENCES.say(isOpen ? "erasures.under-way" : "erasures.register-not-open", number, register);
    }

    /** 422: a difference goes from a day to a later one. */
    public static Problem fromAfterTo(LocalDate from, LocalDate to) {
        Problem problem = problem(ProblemCode.FROM_AFTER_TO, from.toString(), to.toString());
        Bilingual detail = Objects.requireNonNull(problem.detail());
        return problem.because(List.of(new Problem.Cause(problem.code(), "/from", detail)));
    }

    /** 422: a workbook's cells are too small for one of the texts. */
    public static Problem cellTooLong(String column) {
        return problem(ProblemCode.CELL_TOO_LONG, column);
    }

    /** 409: there is one rebuild at a time. */
    public static Problem rebuildRunning() {
        return problem(ProblemCode.REBUILD_RUNNING);
    }

    /** 503: an entry is sealed within a second, as a rule. */
    public static Problem notSealed(String entryId) {
        return problem(ProblemCode.NOT_SEALED, entryId).header("Retry-After", "1");
    }

    /** 500: the event store does not hold what was sealed; nothing can be proven of this entry. */
    public static Problem altered(String entryId) {
        return problem(ProblemCode.ALTERED_ENTRY, entryId);
    }

    /** 500: this version of Jalon cannot read what the event store holds. */
    public static Problem undecodable(String entryId) {
        return problem(ProblemCode.UNDECODABLE_ENTRY, entryId);
    }

    /** 503: another process has the key to sign with. */
    public static Problem noSigningKey() {
        return problem(ProblemCode.NO_SIGNING_KEY);
    }

    /** 422: no verifier would read so long a pack. */
    public static Problem packTooLarge(String territory) {
        return problem(ProblemCode.PACK_TOO_LARGE, territory);
    }

    /** 422: why a subject is so would take too long to find. */
    public static Problem tooManyReadings(String subject) {
        return problem(ProblemCode.TOO_MANY_READINGS, subject);
    }

    private static Problem problem(ProblemCode code, Object... given) {
        return Problem.of(code, SENTENCES).detailed(SENTENCES.say(code.code() + ".detail", given));
    }
}
