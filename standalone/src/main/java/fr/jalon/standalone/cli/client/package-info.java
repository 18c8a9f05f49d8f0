/** How commands speak to a running server: its public API, as anybody would. */
@NullMarked
package fr.jalon.standalone.cli.client;

import org.jspecify.annotations.NullMarked;
