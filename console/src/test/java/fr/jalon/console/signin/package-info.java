@NullMarked
package fr.jalon.console.signin;

import org.jspecify.annotations.NullMarked;
