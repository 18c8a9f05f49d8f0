/** A PostgreSQL of Jalon's own: durable, on loopback, behind passwords, in one data directory. */
@NullMarked
package fr.jalon.postgres;

import org.jspecify.annotations.NullMarked;
