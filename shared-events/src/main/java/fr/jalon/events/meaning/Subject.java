package fr.jalon.events.meaning;

/**
 * One thing that has a value at any time, such as worksite W in programme P (<i>sujet</i>).
 *
 * @param key its ids joined by {@code /}; empty where a territory has only one
 */
public record Subject(SubjectKind kind, String key) implements Comparable<Subject> {
    @Override
    public int compareTo(Subject other) {
        int byKind = SubjectKind.compare(kind, other.kind);
        return byKind != 0 ? byKind : key.compareTo(other.key);
    }

    @Override
    public String toString() {
        return key.isEmpty() ? kind.code() : kind.code() + ":" + key;
    }
}
