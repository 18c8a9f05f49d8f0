/** The register as the console asks it: by its HTTP contract alone. */
@NullMarked
package fr.jalon.console.client;

import org.jspecify.annotations.NullMarked;
