/** Commands for those who run a server. */
@NullMarked
package fr.jalon.standalone.cli.operating;

import org.jspecify.annotations.NullMarked;
