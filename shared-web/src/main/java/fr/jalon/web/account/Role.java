package fr.jalon.web.account;

import fr.jalon.events.entry.Code;

/** What an account is for. Everyone signed in may read. */
public enum Role implements Code {
    /** The national team records everywhere. */
    NATIONAL(false),
    /** A territory's coordinator records there alone. */
    COORDINATOR(true),
    /** An auditor reads and checks. */
    AUDITOR(false),
    /** A funder reads; its scope is its organisation. */
    FUNDER(true);

    private final boolean scoped;

    Role(boolean scoped) {
        this.scoped = scoped;
    }

    /** Whether an account of this role is for one territory or organisation. */
    public boolean isScoped() {
        return scoped;
    }
}
