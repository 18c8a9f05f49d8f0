/** What all pages share: who looks, the two dates, rows of facts and entries, and what is said of a failure. */
@NullMarked
package fr.jalon.console.page;

import org.jspecify.annotations.NullMarked;
