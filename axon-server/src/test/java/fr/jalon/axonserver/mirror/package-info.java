/** The copy of a log, whatever befalls the log, the copy and the one who copies. */
@NullMarked
package fr.jalon.axonserver.mirror;

import org.jspecify.annotations.NullMarked;
