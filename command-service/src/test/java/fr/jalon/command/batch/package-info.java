@NullMarked
package fr.jalon.command.batch;

import org.jspecify.annotations.NullMarked;
