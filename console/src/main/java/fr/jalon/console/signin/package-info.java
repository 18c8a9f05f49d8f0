/** Who is at the screen, and with which token the register is asked for them. */
@NullMarked
package fr.jalon.console.signin;

import org.jspecify.annotations.NullMarked;
