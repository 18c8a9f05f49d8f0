/** What the command line does with persons: what is held of them, and forgetting them. */
@NullMarked
package fr.jalon.standalone.cli.person;

import org.jspecify.annotations.NullMarked;
