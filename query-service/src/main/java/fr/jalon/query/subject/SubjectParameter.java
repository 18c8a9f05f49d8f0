package fr.jalon.query.subject;

import fr.jalon.events.entry.Slug;
import fr.jalon.events.meaning.FactKind;
import fr.jalon.events.meaning.Subject;
import fr.jalon.query.asked.QueryProblems;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.Problems;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A kind of fact and, after a colon, which of its kind: {@code coordination-carrier}, {@code funding:mel-programmes}.
 *
 * @param key null where only the kind is named
 */
public record SubjectParameter(FactKind kind, @Nullable String key) {
    /** What names one subject: without a key, that which has none. */
    public static Subject required(@Nullable String given) {
        SubjectParameter named = of(given == null ? "" : given);
        return new Subject(named.kind, named.key == null ? "" : named.key);
    }

    /** What names a subject or all of a kind. */
    public static SubjectParameter of(String given) {
        String[] parts = given.split(":", 2);
        FactKind kind = Arrays.stream(FactKind.values())
                .filter(each -> each.code().equals(parts[0]))
                .findFirst()
                .orElseThrow(() -> unknownSubject().asException());
        String key = parts.length == 1 ? null : parts[1];
        if (key != null && !Arrays.stream(key.split("/", -1)).allMatch(Slug::isSlug)) {
            throw unknownSubject().asException();
        }
        return new SubjectParameter(kind, key);
    }

    public boolean names(@Nullable Subject subject) {
        return subject != null
                && subject.kind() == kind
                && (key == null || subject.key().equals(key));
    }

    @Override
    public String toString() {
        return key == null ? kind.code() : kind.code() + ":" + key;
    }

    private static Problem unknownSubject() {
        return Problems.invalidParameter("subject")
                .detailed(QueryProblems.subjects(
                        Arrays.stream(FactKind.values()).map(FactKind::code).toList()));
    }
}
