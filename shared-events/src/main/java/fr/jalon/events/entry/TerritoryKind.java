package fr.jalon.events.entry;

/** What kind of territory this is (<i>nature du territoire</i>). */
public enum TerritoryKind implements Code {
    NATIONAL,
    REGION,
    DEPARTMENT,
    METROPOLE,
    CITY,
    OTHER
}
