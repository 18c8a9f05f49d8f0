/**
 * Step 3 of 8, decision: from {@code api} by way of {@code axon}. The rules of the register, pure: no clock, no I/O.
 */
@NullMarked
package fr.jalon.command.territory;

import org.jspecify.annotations.NullMarked;
