/** Step 6 of 8, projection: the processor that follows the log, shared by processes, and what it does about faults. */
@NullMarked
package fr.jalon.readmodel.processor;

import org.jspecify.annotations.NullMarked;
