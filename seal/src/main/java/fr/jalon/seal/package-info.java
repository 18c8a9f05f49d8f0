/**
 * What an auditor need not take on trust, put together: the sealed log, its proofs and its check, read from the log
 * itself.
 */
@NullMarked
package fr.jalon.seal;

import org.jspecify.annotations.NullMarked;
