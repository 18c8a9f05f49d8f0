/** What a browser needs to prove an entry by itself. */
@NullMarked
package fr.jalon.console.proving;

import org.jspecify.annotations.NullMarked;
