package fr.jalon.events.entry;

/**
 * What was done in keeping the registers (<i>tenue du registre</i>). It is recorded as soon as it is done, by nobody's
 * hand, tells nothing of the world and speaks of no other entry; and as nothing undoes what was done, it stands as it
 * was recorded.
 */
public sealed interface KeepingEntry extends Entry {
    /**
     * A person's name was made unreadable for ever, in every register. Nothing says who it was.
     *
     * @param askedBy the account that asked for it
     * @param confirmedBy the other account, that confirmed it
     * @param reason as each of both said it, a line each
     */
    record PersonErased(Header header, Slug askedBy, Slug confirmedBy, String reason) implements KeepingEntry {}
}
