/**
 * Step 2 of 8, command, where several processes record: from {@code api}, by Axon Server, to one process's
 * {@code axon}.
 */
@NullMarked
package fr.jalon.command.route;

import org.jspecify.annotations.NullMarked;
