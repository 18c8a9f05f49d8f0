/** What is scarce is shared: nobody takes all of it. */
@NullMarked
package fr.jalon.web.share;

import org.jspecify.annotations.NullMarked;
