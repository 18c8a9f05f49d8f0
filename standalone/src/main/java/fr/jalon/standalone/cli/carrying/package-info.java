/** Commands that bring files of entries in, and take them out. */
@NullMarked
package fr.jalon.standalone.cli.carrying;

import org.jspecify.annotations.NullMarked;
