/** Why an answer is what it is: the entries it rests on, and the days that nobody knows and that leave it open. */
@NullMarked
package fr.jalon.events.why;

import org.jspecify.annotations.NullMarked;
