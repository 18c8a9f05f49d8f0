/** Recording many entries from a table: seen line by line before anything is recorded, and mended where it must be. */
@NullMarked
package fr.jalon.console.importing;

import org.jspecify.annotations.NullMarked;
