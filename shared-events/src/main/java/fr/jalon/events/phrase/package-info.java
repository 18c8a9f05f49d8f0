/** Days as people say them in French and English: phrases read into the register's own form, and said back in words. */
@NullMarked
package fr.jalon.events.phrase;

import org.jspecify.annotations.NullMarked;
