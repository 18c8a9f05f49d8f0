package fr.jalon.events.meaning;

import fr.jalon.events.entry.Code;

/**
 * What entries speak of. Two kinds are no facts of the world but travel with them, so that one mechanism keeps and one
 * query finds all: the names of things, and the outlook.
 */
public enum SubjectKind implements Code {
    PERIMETER,
    PROGRAMME,
    WORKSITE,
    FIGURE,
    COORDINATION_CARRIER,
    COORDINATOR,
    TEAM,
    RECRUITMENT,
    FUNDING,
    FUNDING_GAP,
    SUPPORT,
    POLICY,
    PARTNERSHIP,
    PROJECT,
    STUDY,
    WATCHPOINT,
    MEETING,
    NAME,
    OUTLOOK;

    /** Whether it is a fact of the world, with a timeline of its own. */
    public boolean isFact() {
        return this != NAME && this != OUTLOOK;
    }

    public Subject only() {
        return new Subject(this, "");
    }

    /** The subject with these ids, joined by {@code /}. */
    public Subject of(Object... ids) {
        StringBuilder key = new StringBuilder();
        for (Object id : ids) {
            key.append(key.isEmpty() ? "" : "/").append(id);
        }
        return new Subject(this, key.toString());
    }
}
