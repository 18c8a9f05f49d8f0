/** Signing in and out on the command line. */
@NullMarked
package fr.jalon.standalone.cli.signin;

import org.jspecify.annotations.NullMarked;
