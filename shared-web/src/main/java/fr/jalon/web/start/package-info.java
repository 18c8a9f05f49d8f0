/** What must be so before a service starts, and how it says what is not. */
@NullMarked
package fr.jalon.web.start;

import org.jspecify.annotations.NullMarked;
