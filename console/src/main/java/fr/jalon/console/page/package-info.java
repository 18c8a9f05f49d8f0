/** What all pages share: who looks, the two dates, rows of facts and entries, what is said where one cannot be drawn. */
@NullMarked
package fr.jalon.console.page;

import org.jspecify.annotations.NullMarked;
