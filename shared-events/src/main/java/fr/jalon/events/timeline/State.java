package fr.jalon.events.timeline;

/**
 * Where some of the readings stand between two overlaps: all that came before has happened.
 *
 * @param gaps how many gaps they have more than the best of all
 */
record State(Holding holding, int gaps) {}
