package fr.jalon.console.page;

/** What territories are called, for a page: nobody reads ids. */
@FunctionalInterface
public interface PlaceNames {
    /** A territory's name; its id while nobody gave it one. */
    String name(String territory);
}
