/** What is asked of all registers about persons: the entries that name one, the days on which one was known. */
@NullMarked
package fr.jalon.readmodel.person;

import org.jspecify.annotations.NullMarked;
