/** Every error as one RFC 9457 document, in French and in English. */
@NullMarked
package fr.jalon.web.problem;

import org.jspecify.annotations.NullMarked;
