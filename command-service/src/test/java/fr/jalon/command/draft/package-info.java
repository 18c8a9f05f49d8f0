@NullMarked
package fr.jalon.command.draft;

import org.jspecify.annotations.NullMarked;
