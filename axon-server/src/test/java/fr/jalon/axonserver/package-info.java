@NullMarked
package fr.jalon.axonserver;

import org.jspecify.annotations.NullMarked;
