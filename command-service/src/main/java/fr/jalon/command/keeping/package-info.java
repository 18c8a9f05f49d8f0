/** What was done in keeping the registers, recorded there by the register itself. */
@NullMarked
package fr.jalon.command.keeping;

import org.jspecify.annotations.NullMarked;
