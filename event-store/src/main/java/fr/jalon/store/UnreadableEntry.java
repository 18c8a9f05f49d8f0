package fr.jalon.store;

/**
 * What an event carries whose text this version cannot read. Whoever meets it stops its territory's sequence and says
 * so: to pass it over would be to answer from a register with a hole.
 */
public record UnreadableEntry(String type, String revision, String json, String reason) {}
