package fr.jalon.query.subject;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.KeepingEntry;
import fr.jalon.events.entry.RegisterEntry;
import fr.jalon.events.entry.RegisterEntry.EntryCorrected;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.meaning.Meaning;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.register.Register;
import fr.jalon.query.asked.QueryProblems;
import fr.jalon.web.problem.Bilingual;
import fr.jalon.web.problem.ProblemException;
import fr.jalon.web.problem.Problems;
import java.util.List;
import java.util.stream.Stream;

/** The subjects that a register's entries speak of, by which one that is asked for is known or refused. */
public final class KnownSubjects {
    private KnownSubjects() {}

    /** The one that is meant: without a key the only one of its kind, or what has no key where nothing is recorded. */
    public static Subject of(Subject asked, Register register) {
        List<Subject> known = ofItsKind(asked, register);
        if (known.contains(asked)) {
            return asked;
        }
        if (!asked.key().isEmpty()) {
            throw refused(QueryProblems.unheardOf(asked.toString(), names(known)));
        }
        return switch (known.size()) {
            case 0 -> asked;
            case 1 -> known.getFirst();
            default -> throw refused(QueryProblems.whichSubject(names(known)));
        };
    }

    private static List<Subject> ofItsKind(Subject asked, Register register) {
        return register.entries().stream()
                .flatMap(recorded -> told(recorded.entry()))
                .flatMap(told -> Stream.ofNullable(Meaning.of(told)))
                .map(Meaning::subject)
                .filter(subject -> subject.kind() == asked.kind())
                .distinct()
                .sorted()
                .toList();
    }

    /** What it says of the world itself, or says of it instead of another. */
    private static Stream<WorldEntry> told(Entry entry) {
        return switch (entry) {
            case WorldEntry world -> Stream.of(world);
            case EntryCorrected correction -> Stream.of(correction.entry());
            case RegisterEntry _, KeepingEntry _ -> Stream.empty();
        };
    }

    private static List<String> names(List<Subject> subjects) {
        return subjects.stream().map(Subject::toString).toList();
    }

    private static ProblemException refused(Bilingual detail) {
        return Problems.invalidParameter("subject").detailed(detail).asException();
    }
}
