package fr.jalon.web.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, told so that a program can act on it and a person understand it.
 *
 * @param status the HTTP status
 * @param code stable, kebab-case
 * @param title what kind of problem this is
 * @param detail what happened this time; null where the title says it all
 * @param errors each fault by its place; empty where the whole is at fault
 * @param headers what the answer's headers must say: {@code Retry-After}, {@code Allow}
 */
public record Problem(
        int status,
        String code,
        Bilingual title,
        @Nullable Bilingual detail,
        List<Cause> errors,
        Map<String, String> headers) {
    private static final SentencePair SENTENCES = SentencePair.of(Problem.class, "problems");

    public Problem {
        errors = List.copyOf(errors);
        headers = Map.copyOf(headers);
    }

    /**
     * One fault.
     *
     * @param pointer the field at fault (RFC 6901); empty for the whole
     * @param entry the recorded entry it clashes with; null where there is none
     * @param position that entry's number in its territory's register
     * @param column the column at fault, by its header as written; null where no table was sent
     */
    public record Cause(
            String code,
            String pointer,
            Bilingual detail,
            @Nullable UUID entry,
            @Nullable Long position,
            @Nullable String column) {
        public Cause(String code, String pointer, Bilingual detail) {
            this(code, pointer, detail, null, null, null);
        }

        /** The same of another field. */
        public Cause at(String place) {
            return new Cause(code, place, detail, entry, position, column);
        }

        /** The same, with the column it stands in. */
        public Cause in(@Nullable String header) {
            return new Cause(code, pointer, detail, entry, position, header);
        }
    }

    /** A problem whose title is the sentence of its code in {@code problems_fr} and {@code problems_en}. */
    public static Problem of(ProblemCode code) {
        return of(code, SENTENCES);
    }

    /** The same in the sentences of one service. */
    public static Problem of(ProblemCode code, SentencePair sentences) {
        return new Problem(code.status(), code.code(), sentences.say(code.code()), null, List.of(), Map.of());
    }

    /** The same with the sentence {@code <code>.detail}, filled in. */
    public Problem detailed(Object... given) {
        return detailed(SENTENCES.say(code + ".detail", given));
    }

    public Problem detailed(Bilingual sentence) {
        return new Problem(status, code, title, sentence, errors, headers);
    }

    /** The same under a status that has no code of its own. */
    Problem under(int another) {
        return new Problem(another, code, title, detail, errors, headers);
    }

    public Problem because(List<Cause> causes) {
        return new Problem(status, code, title, detail, causes, headers);
    }

    public Problem header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(status, code, title, detail, errors, more);
    }

    /** As an exception, for the places that cannot go on. */
    public ProblemException asException() {
        return new ProblemException(this);
    }
}
