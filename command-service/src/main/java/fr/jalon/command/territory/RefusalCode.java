package fr.jalon.command.territory;

import fr.jalon.events.entry.Code;

/** The rules by name. Codes are stable; their sentences are in {@code refusals_fr} and {@code refusals_en}. */
public enum RefusalCode implements Code {
    /** The register is open already. */
    TERRITORY_ALREADY_OPENED,
    /** The opening entry carries the register: it cannot be retracted, announced, nor become another type. */
    OPENING_ENTRY_STAYS,
    /** Nothing actual takes effect after today: say planned. */
    EFFECTIVE_IN_FUTURE,
    /** It began already, for certain. */
    ALREADY_BEGUN,
    /** It cannot go on, change or end: it has not begun, or has ended. */
    NOT_BEGUN,
    /** The carrier is the one it follows. */
    CARRIER_UNCHANGED,
    /** A meeting is over on some day: it is not held for ever. */
    MEETING_WITHOUT_END,
    /** Somebody else is the coordinator then. */
    NOT_THE_COORDINATOR,
    /** The target is not in this register. */
    TARGET_UNKNOWN,
    /** The target is retracted. */
    TARGET_RETRACTED,
    /** Only entries about the world can be corrected or contested. */
    TARGET_NOT_CORRECTABLE,
    /** A retraction cannot be taken back: record the entry anew. */
    TARGET_NOT_RETRACTABLE,
    /** The target is no announcement: it is actual. */
    TARGET_NOT_ANNOUNCED,
    /** The announcement was abandoned before. */
    TARGET_ABANDONED,
    /** Others make the announcement come true: it stays as it is as long as they do. */
    TARGET_FULFILLED,
    /** The announcement it would make come true speaks of another subject, or of its end where this one does not. */
    NOT_WHAT_WAS_ANNOUNCED,
    /** A correction must change something. */
    NOTHING_CORRECTED,
    /** A refinement narrows a date or adds what was missing, and changes nothing else. */
    NOT_A_REFINEMENT,
    /** The person was erased: nothing more is recorded under that id. */
    PERSON_ERASED,
    /** A text was redacted there: nothing more is said in its place. */
    TEXT_REDACTED,
    /** The register records this by itself: nobody else records it, and nothing undoes it. */
    KEPT_BY_THE_REGISTER
}
