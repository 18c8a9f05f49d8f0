package fr.jalon.console.page;

import fr.jalon.console.client.Caller;

/** What territories are called, for a page: nobody reads ids. */
public final class PlaceNames {
    private final TerritoryNames names;
    private final Caller caller;

    PlaceNames(TerritoryNames names, Caller caller) {
        this.names = names;
        this.caller = caller;
    }

    /** A territory's name. */
    public String name(String territory) {
        return names.of(territory, caller);
    }
}
