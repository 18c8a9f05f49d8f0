package fr.jalon.events.meaning;

/** A kind of fact of the world (<i>fait</i>): each subject of it has a timeline of its own. */
public enum FactKind implements SubjectKind {
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
    MEETING
}
