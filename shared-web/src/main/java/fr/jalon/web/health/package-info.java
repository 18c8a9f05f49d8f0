/** Which part of a service is ill. */
@NullMarked
package fr.jalon.web.health;

import org.jspecify.annotations.NullMarked;
