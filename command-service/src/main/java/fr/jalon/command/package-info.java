/** The write side as a service: its parts put together. */
@NullMarked
package fr.jalon.command;

import org.jspecify.annotations.NullMarked;
