/** What all that stands in one database shares: its locks by number, and how a schema is brought up to date. */
@NullMarked
package fr.jalon.database;

import org.jspecify.annotations.NullMarked;
