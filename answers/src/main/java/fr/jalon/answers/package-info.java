/**
 * What an answer is: the state of a register on a day, what differs, what lies ahead, and the sentences that say it.
 * Pure.
 */
@NullMarked
package fr.jalon.answers;

import org.jspecify.annotations.NullMarked;
