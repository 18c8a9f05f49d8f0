package fr.jalon.web.account;

/** Something that not everybody may; {@link Policy} says who may. */
public enum Right {
    /** To read states, histories, differences, agendas. */
    READ,
    /** To record in a territory's register. */
    RECORD,
    /** To see the persons' names in a territory's register. */
    SEE_NAMES,
    /** To see the names that are limited, too. */
    SEE_LIMITED_NAMES,
    /** To see an amount, by the territory that gets it and the organisation that gives it. */
    SEE_AMOUNTS,
    /** To see what an organisation's fundings come to, over all territories. */
    SEE_TOTALS,
    /** To replay a territory's register, to carry it away with proofs, or what an organisation's fundings rest on. */
    AUDIT,
    /** To see how the log was signed and that it only grew. */
    FOLLOW_LOG,
    /** To see that an entry of a territory is in the log; what the entry says stands in its proof. */
    PROVE,
    /** To see who looked, and how the register's check and its rebuild go; to start a check. */
    OVERSEE,
    /** To have the machinery rebuild what it answers from. */
    KEEP_UP,
    /** To make accounts, and to let them in or not. */
    KEEP_ACCOUNTS,
    /** To have a person forgotten, together with another who may, or their name limited. */
    ERASE
}
