package fr.jalon.events.json;

import fr.jalon.events.entry.Code;

/** What can be wrong with an entry as sent; the web edge has a sentence for each, in both languages. */
public enum FaultCode implements Code {
    NOT_UTF_8,
    NOT_JSON,
    NOT_AN_OBJECT,
    MISSING_FIELD,
    MISSING_ALTERNATIVE,
    UNKNOWN_FIELD,
    UNKNOWN_TYPE,
    UNKNOWN_VALUE,
    WRONG_TYPE,
    TOO_MANY,
    TOO_LONG,
    FORBIDDEN_CHARACTER,
    RESERVED_TEXT,
    INVALID_TEXT,
    INVALID_UUID,
    INVALID_SLUG,
    INVALID_DEPARTMENT,
    INVALID_SIRET,
    INVALID_DECIMAL,
    INVALID_CURRENCY,
    INVALID_DATE,
    INVALID_URL,
    INVALID_COUNT,
    ALWAYS_ACTUAL,
    NOT_THE_TARGET,
    NOT_THE_TERRITORY,
    NOT_CORRECTABLE
}
