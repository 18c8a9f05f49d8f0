/** Step 1 of 8, HTTP: what is sent becomes a command, what was decided becomes an answer. To {@code axon}. */
@NullMarked
package fr.jalon.command.api;

import org.jspecify.annotations.NullMarked;
