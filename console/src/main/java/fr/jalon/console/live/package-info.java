/** What is recorded while somebody looks, passed on to their page as it comes. */
@NullMarked
package fr.jalon.console.live;

import org.jspecify.annotations.NullMarked;
