@NullMarked
package fr.jalon.console.draw;

import org.jspecify.annotations.NullMarked;
