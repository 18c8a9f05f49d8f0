/** Spring Security: who is asked for a password, and how it is checked. */
@NullMarked
package fr.jalon.web.signin;

import org.jspecify.annotations.NullMarked;
