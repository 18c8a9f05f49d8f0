package fr.jalon.console.draw;

import java.time.LocalDate;

/** A day that a scale marks, and how it is written there. */
record Tick(LocalDate day, String label) {}
