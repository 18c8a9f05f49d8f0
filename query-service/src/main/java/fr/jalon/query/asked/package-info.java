/** What all questions share: reading what is asked, the place it is read up to, how an answer is kept and cited. */
@NullMarked
package fr.jalon.query.asked;

import org.jspecify.annotations.NullMarked;
