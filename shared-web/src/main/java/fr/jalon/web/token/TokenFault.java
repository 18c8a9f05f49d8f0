package fr.jalon.web.token;

import fr.jalon.events.entry.Code;
import fr.jalon.web.problem.Bilingual;
import fr.jalon.web.problem.SentencePair;

/** Why a token does not hold. */
public enum TokenFault implements Code {
    /** It is no JWT, or not signed by one of the issuer's keys in a way that is taken here. */
    SIGNATURE,
    /** It holds no more, or not yet. */
    TIME,
    /** Another one issued it. */
    ISSUER,
    /** It is for another service. */
    AUDIENCE,
    /** The account that it names can be none, or is none that is let in. */
    ACCOUNT,
    /** It names no role that is one here: who it stands for is known, and may nothing. */
    ROLE;

    private static final SentencePair SENTENCES = SentencePair.of(TokenFault.class, "tokens");

    /** Says what would be right. */
    public Bilingual say(String needed) {
        return SENTENCES.say(code(), needed);
    }
}
