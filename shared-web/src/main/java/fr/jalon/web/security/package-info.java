/**
 * The security log: who signed in, what was refused, what was carried away, what was done to the register's machinery.
 */
@NullMarked
package fr.jalon.web.security;

import org.jspecify.annotations.NullMarked;
