/** Commands that ask what was true, and what was known. */
@NullMarked
package fr.jalon.standalone.cli.asking;

import org.jspecify.annotations.NullMarked;
