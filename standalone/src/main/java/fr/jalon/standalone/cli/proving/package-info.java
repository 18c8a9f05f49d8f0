/** Commands that prove, or have it proven, that nothing was changed. */
@NullMarked
package fr.jalon.standalone.cli.proving;

import org.jspecify.annotations.NullMarked;
