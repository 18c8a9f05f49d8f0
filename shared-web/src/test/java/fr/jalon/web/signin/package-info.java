@NullMarked
package fr.jalon.web.signin;

import org.jspecify.annotations.NullMarked;
