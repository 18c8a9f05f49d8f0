/** What an auditor need not take on trust: the sealed log, its proofs and its check, read from the event store itself. */
@NullMarked
package fr.jalon.query.audit;

import org.jspecify.annotations.NullMarked;
