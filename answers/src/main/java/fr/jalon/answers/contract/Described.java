package fr.jalon.answers.contract;

/** What the contract says of the fields that many answers share, with examples from the demonstration's case. */
public final class Described {
    public static final String TERRITORY = "The territory whose register this is, by its id";
    public static final String LILLE = "lille";

    public static final String AS_OF = "The day in the world that the answer speaks of";
    public static final String DAY = "2023-03-01";

    public static final String KNOWN_AT =
            "The instant up to which the register was read; null for position 0, which is before its first entry";
    public static final String KNOWN_AT_OF_ALL = "The instant up to which all registers were read";
    public static final String INSTANT = "2026-11-23T09:00:00.000001Z";

    public static final String POSITION =
            "The number of the last entry the answer rests on, in its territory's register; 0 where there is none";

    public static final String SUBJECT = "The kind of fact, as /api/v1/entry-types lists them, or outlook";
    public static final String KEY =
            "Which of its kind: the subject's ids joined by /; empty where a territory has but one";
    public static final String VALUE = "The attributes of the entries that shaped it, under their own names;"
            + " /api/v1/entry-types has their schemas. Where there is an amount that is not for the reader,"
            + " amountHidden is true instead";
    public static final String POSSIBLE = "The days on which it may be so: first/last, .. where open";
    public static final String CERTAIN = "The days on which it is so for certain; null where there is none";
    public static final String CERTAINTY =
            "Whether it is so whatever the days really were; possible: the dates recorded leave it open";
    public static final String HELD =
            "Whether its subject has a value whatever the days really were, be it this one or another";
    public static final String AMONG = "The values of which its subject has one for certain; left out where this one is"
            + " certain, or where it may have none";
    public static final String SINCE = "Its beginning as it was recorded (EDTF); null where none was told";
    public static final String UNTIL = "Its end as it was recorded (EDTF); null where none was told";
    public static final String ENTRIES = "The ids of the entries it rests on";
    public static final String CONTESTED = "Whether somebody contests one of the entries it rests on";
    public static final String SENTENCE = "The same in words";

    private Described() {}
}
