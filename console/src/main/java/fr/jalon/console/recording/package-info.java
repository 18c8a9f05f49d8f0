/** Recording in three steps: what has happened; which, when and where it is known from; what that changes. */
@NullMarked
package fr.jalon.console.recording;

import org.jspecify.annotations.NullMarked;
