/** Step 2 of 8, command: Axon's aggregate, repository and bus around the pure rules of {@code territory}. */
@NullMarked
package fr.jalon.command.axon;

import org.jspecify.annotations.NullMarked;
