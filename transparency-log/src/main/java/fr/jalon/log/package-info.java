/**
 * A tamper-evident log by the standards: RFC 9162 §2.1 (Merkle tree and proofs), RFC 8785 (canonical JSON), C2SP
 * signed-note, tlog-checkpoint and tlog-proof. It stores nothing and asks nobody: who verifies needs no more than this
 * package.
 */
@NullMarked
package fr.jalon.log;

import org.jspecify.annotations.NullMarked;
