/** Both services in one process, over a PostgreSQL of its own. */
@NullMarked
package fr.jalon.standalone.server;

import org.jspecify.annotations.NullMarked;
