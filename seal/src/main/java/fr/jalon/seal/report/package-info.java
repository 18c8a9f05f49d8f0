/** A register told for people to read: state, outlook, timeline and history, in French, as a PDF. */
@NullMarked
package fr.jalon.seal.report;

import org.jspecify.annotations.NullMarked;
