@NullMarked
package fr.jalon.command.route;

import org.jspecify.annotations.NullMarked;
