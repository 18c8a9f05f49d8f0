package fr.jalon.web.problem;

import fr.jalon.events.entry.Code;

/** Every code that a problem may have, whichever service answers it, with the HTTP status it comes with. */
public enum ProblemCode implements Code {
    // What any request may meet.
    BAD_REQUEST(400),
    INVALID_PARAMETER(400),
    UNKNOWN_PARAMETER(400),
    REPEATED_PARAMETER(400),
    NOT_SIGNED_IN(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    REQUEST_TIMEOUT(408),
    TOO_LARGE(413),
    ADDRESS_TOO_LONG(414),
    UNSUPPORTED_MEDIA_TYPE(415),
    TOO_MANY_ATTEMPTS(429),
    TOO_MANY_AT_ONCE(429),
    HEADERS_TOO_LARGE(431),
    INTERNAL_ERROR(500),
    UNAVAILABLE(503),

    // Of questions.
    UNKNOWN_TERRITORY(404),
    UNKNOWN_ENTRY(404),
    UNKNOWN_FUNDER(404),
    UNKNOWN_EXPORT(404),
    UNKNOWN_ENTRY_TYPE(404),
    UNKNOWN_SEALED_ENTRY(404),
    FROM_AFTER_TO(422),
    CELL_TOO_LONG(422),
    PACK_TOO_LARGE(422),
    TOO_MANY_READINGS(422),
    PROJECTION_BEHIND(503),
    TOO_MANY_READERS(503),
    NOT_SEALED(503),
    NO_SIGNING_KEY(503),
    ALTERED_ENTRY(500),
    UNDECODABLE_ENTRY(500),
    REBUILD_RUNNING(409),

    // Of recording.
    MALFORMED_ENTRY(400),
    NOT_YOUR_TERRITORY(403),
    ENTRY_ID_TAKEN(409),
    STALE_POSITION(412),
    REGISTER_UNREADABLE(503),
    MALFORMED_TABLE(400),
    LINE_TOO_LONG(413),
    TABLE_TOO_WIDE(413),
    WORKBOOK_TOO_LARGE(413),
    REFUSED_WORKBOOK(422),

    // The rules of the register: the code of a refused entry is that of the first rule it breaks.
    TERRITORY_ALREADY_OPENED(422),
    OPENING_ENTRY_STAYS(422),
    EFFECTIVE_IN_FUTURE(422),
    ALREADY_BEGUN(422),
    NOT_BEGUN(422),
    CARRIER_UNCHANGED(422),
    MEETING_WITHOUT_END(422),
    NOT_THE_COORDINATOR(422),
    TARGET_UNKNOWN(422),
    TARGET_RETRACTED(422),
    TARGET_NOT_CORRECTABLE(422),
    TARGET_NOT_RETRACTABLE(422),
    TARGET_NOT_ANNOUNCED(422),
    TARGET_ABANDONED(422),
    TARGET_FULFILLED(422),
    NOT_WHAT_WAS_ANNOUNCED(422),
    NOTHING_CORRECTED(422),
    NOT_A_REFINEMENT(422);

    private final int status;

    ProblemCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
