package fr.jalon.web.problem;

import fr.jalon.events.entry.Code;
import org.jspecify.annotations.Nullable;

/** What a parameter or a header must be, said to whoever sent something else. */
public enum ParameterForm implements Code {
    DAY,
    /** An instant, or a day until its end. */
    INSTANT,
    /** The same, or a position in one register. */
    PLACE,
    POSITION,
    TRUE_OR_FALSE,
    LIMIT,
    CURSOR,
    ENTRY_ID,
    ENTRY_TYPE,
    TERRITORY,
    ACCOUNT,
    /** What is looked for in texts. */
    WORDS,
    IF_MATCH,
    DRAFT,
    DRAFT_VERSION,
    HTTP_DATE,
    CHANGE_ID,
    /** One of the values that follow. */
    ONE_OF,
    /** From one entry to as many as follow. */
    LOG_SIZE,
    /** A last day, no earlier than the first, which follows. */
    LAST_DAY,
    /** Not to be left out. */
    GIVEN,
    /** To be left out, since it would not be heeded. */
    LEFT_OUT;

    private static final SentencePair SENTENCES = SentencePair.of(ParameterForm.class, "forms");

    /** Whether the parameter of this name says so; not where it is left out, and 400 where it says anything else. */
    public static boolean isTrue(String name, @Nullable String given) {
        if (given != null && !given.equals("true") && !given.equals("false")) {
            throw TRUE_OR_FALSE.missedBy(name).asException();
        }
        return "true".equals(given);
    }

    /** 400: the parameter or header of this name is not so. */
    public Problem missedBy(String name, Object... more) {
        Object[] given = new Object[more.length + 1];
        given[0] = name;
        System.arraycopy(more, 0, given, 1, more.length);
        return Problem.of(ProblemCode.INVALID_PARAMETER).detailed(SENTENCES.say(code(), given));
    }
}
