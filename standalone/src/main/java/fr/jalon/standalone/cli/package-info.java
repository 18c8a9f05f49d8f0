/** The command line, {@code ./jalon}: it starts the server, and otherwise speaks to a running one as anybody would. */
@NullMarked
package fr.jalon.standalone.cli;

import org.jspecify.annotations.NullMarked;
