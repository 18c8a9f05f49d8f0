package fr.jalon.web.access;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * One thing to be remembered: fixed words and ids, never what was seen and never what somebody typed.
 *
 * @param account its name; null where nobody was signed in
 * @param operation what was asked: a method and a route, or a word of ours
 * @param about whose register, or which organisation; null where it is about none
 * @param code why it was refused
 * @param leftOut how many of the same were left out before it, as they came too often
 */
public record Access(
        AccessKind kind,
        @Nullable String account,
        @Nullable String role,
        @Nullable String operation,
        @Nullable String about,
        @Nullable String code,
        Origin origin,
        long leftOut) {
    /** The same with the reason for which it was refused. */
    public Access because(String reason) {
        return new Access(kind, account, role, operation, about, reason, origin, leftOut);
    }

    /** The same, standing for so many more. */
    public Access leavingOut(long others) {
        return new Access(kind, account, role, operation, about, code, origin, others);
    }

    /**
     * Where it came from.
     *
     * @param address on the network; a person's datum, and the reason for which the record is dropped in time
     * @param request the request's number, as its answer and the entries it recorded carry it
     */
    public record Origin(@Nullable String address, @Nullable String request) {
        /** Under which the thread that answers a request keeps the request's number. */
        public static final String REQUEST = "requestId";

        /** The request that this thread answers, sent from there. */
        public static Origin of(@Nullable String address) {
            return new Origin(address, MDC.get(REQUEST));
        }
    }
}
