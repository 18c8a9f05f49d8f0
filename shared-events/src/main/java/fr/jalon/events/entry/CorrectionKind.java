package fr.jalon.events.entry;

/** Why content is replaced: it was wrong, or it is only made more precise (<i>nature de la correction</i>). */
public enum CorrectionKind implements Code {
    WRONG,
    REFINED
}
