@NullMarked
package fr.jalon.command.keeping;

import org.jspecify.annotations.NullMarked;
