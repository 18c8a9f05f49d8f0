package fr.jalon.events.phrase;

/** Why a phrase is not taken for a date; each has a sentence in both languages. */
public enum DateRefusal {
    UNREADABLE,
    TOO_LONG,
    AMBIGUOUS,
    TWO_DIGIT_YEAR,
    NO_YEAR,
    RELATIVE,
    VAGUE,
    NO_SUCH_DAY,
    OTHER_WEEKDAY,
    OUT_OF_ORDER,
    PERIOD,
    NOT_ONE_DAY
}
