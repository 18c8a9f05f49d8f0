/** What the person at the terminal reads: sentences and tables in their language, and codes for scripts. */
@NullMarked
package fr.jalon.standalone.cli.terminal;

import org.jspecify.annotations.NullMarked;
