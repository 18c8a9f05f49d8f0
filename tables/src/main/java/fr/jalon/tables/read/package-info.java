/** Step 1 of 8, HTTP: tables that people send, row by row, and CSV, each thing in them bounded. */
@NullMarked
package fr.jalon.tables.read;

import org.jspecify.annotations.NullMarked;
