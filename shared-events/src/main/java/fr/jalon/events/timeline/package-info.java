/** The effective axis (valid time): what each entry means, and the timeline each subject makes of it. Pure. */
@NullMarked
package fr.jalon.events.timeline;

import org.jspecify.annotations.NullMarked;
