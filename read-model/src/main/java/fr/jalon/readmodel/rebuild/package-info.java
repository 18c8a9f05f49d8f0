/** The read models made anew beside those that answer, from the whole log, and put in their place at once. */
@NullMarked
package fr.jalon.readmodel.rebuild;

import org.jspecify.annotations.NullMarked;
