@NullMarked
package fr.jalon.console.keeping;

import org.jspecify.annotations.NullMarked;
