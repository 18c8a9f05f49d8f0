/** What all questions share: the axes they name, the place they are pinned to, how fresh their answer is and how it is cited. */
@NullMarked
package fr.jalon.query.asked;

import org.jspecify.annotations.NullMarked;
