/** Step 8 of 8, answer: what a register tells over all days, and one subject on both axes of time. */
@NullMarked
package fr.jalon.query.timeline;

import org.jspecify.annotations.NullMarked;
