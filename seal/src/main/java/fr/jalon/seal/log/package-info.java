/** The sealed log as it lies in the database: its tree, keys and checkpoints, and what they prove of an entry. */
@NullMarked
package fr.jalon.seal.log;

import org.jspecify.annotations.NullMarked;
