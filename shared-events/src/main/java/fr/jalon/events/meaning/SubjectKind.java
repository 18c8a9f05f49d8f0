package fr.jalon.events.meaning;

import fr.jalon.events.entry.Code;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What entries speak of: facts of the world, and their companions, kept and found together with them. */
public sealed interface SubjectKind extends Code permits FactKind, CompanionKind {
    /** All kinds, facts first. */
    static List<SubjectKind> all() {
        return Stream.<SubjectKind>concat(Arrays.stream(FactKind.values()), Arrays.stream(CompanionKind.values()))
                .toList();
    }

    /** The order of {@link #all}. */
    static int compare(SubjectKind one, SubjectKind other) {
        return switch (one) {
            case FactKind fact -> other instanceof FactKind that ? fact.compareTo(that) : -1;
            case CompanionKind companion -> other instanceof CompanionKind that ? companion.compareTo(that) : 1;
        };
    }

    default Subject only() {
        return new Subject(this, "");
    }

    /** The subject with these ids, joined by {@code /}. */
    default Subject of(Object... ids) {
        StringBuilder key = new StringBuilder();
        for (Object id : ids) {
            key.append(key.isEmpty() ? "" : "/").append(id);
        }
        return new Subject(this, key.toString());
    }
}
