/** The console, as people meet it: in a real browser. */
@NullMarked
package fr.jalon.standalone.console;

import org.jspecify.annotations.NullMarked;
