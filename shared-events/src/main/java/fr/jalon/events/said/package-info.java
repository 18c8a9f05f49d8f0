/** What answers say, in words: values, dates and entries for whoever reads them on a terminal or a screen. */
@NullMarked
package fr.jalon.events.said;

import org.jspecify.annotations.NullMarked;
