package fr.jalon.readmodel.rebuild;

/** A territory that a rebuild could not take in whole: from which position on, and why. */
record Parked(String territory, long position, Throwable cause) {}
