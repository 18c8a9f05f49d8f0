/**
 * Step 1 of 8, HTTP, for many entries at once: lines and tables, read as they come, each with a result of its own. To
 * {@code api}.
 */
@NullMarked
package fr.jalon.command.batch;

import org.jspecify.annotations.NullMarked;
