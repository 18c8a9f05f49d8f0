@NullMarked
package fr.jalon.console.frise;

import org.jspecify.annotations.NullMarked;
