@NullMarked
package fr.jalon.command.api;

import org.jspecify.annotations.NullMarked;
