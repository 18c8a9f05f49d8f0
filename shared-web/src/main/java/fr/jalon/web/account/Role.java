package fr.jalon.web.account;

import fr.jalon.events.entry.Code;

/** What an account is for; {@link Policy} says what each role may. */
public enum Role implements Code {
    /** The national team. */
    NATIONAL(false),
    /** A territory's coordinator; the scope is the territory. */
    COORDINATOR(true),
    /** Whoever reads and checks, and records nothing. */
    AUDITOR(false),
    /** A funder; the scope is the organisation. */
    FUNDER(true),
    /** Whoever studies what happens, and needs neither amounts nor persons for it. */
    ANALYST(false),
    /** A program that collects metrics, and sees nothing of the register. */
    METRICS(false);

    private final boolean scoped;

    Role(boolean scoped) {
        this.scoped = scoped;
    }

    /** Whether an account of this role is for one territory or organisation. */
    public boolean isScoped() {
        return scoped;
    }

    /** Whether it is let in to the register at all. */
    public boolean mayRead() {
        return Policy.reach(Right.READ, this) == Policy.Reach.EVERYWHERE;
    }
}
