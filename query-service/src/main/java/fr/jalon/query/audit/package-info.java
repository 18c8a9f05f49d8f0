/** Step 8 of 8, answer: proofs, packs, the check and replays, for those who do not take our word. */
@NullMarked
package fr.jalon.query.audit;

import org.jspecify.annotations.NullMarked;
