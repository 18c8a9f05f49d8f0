package fr.jalon.web.account;

import fr.jalon.events.entry.Code;

/** What an account is for. Everyone signed in may read, but for whoever only collects metrics. */
public enum Role implements Code {
    /** The national team records everywhere. */
    NATIONAL(false),
    /** A territory's coordinator records there alone. */
    COORDINATOR(true),
    /** An auditor reads and checks. */
    AUDITOR(false),
    /** A funder reads; its scope is its organisation. */
    FUNDER(true),
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
        return switch (this) {
            case NATIONAL, COORDINATOR, AUDITOR, FUNDER -> true;
            case METRICS -> false;
        };
    }
}
