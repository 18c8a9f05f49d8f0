/** The console: pages for people who do not code, over the register's HTTP contract. */
@NullMarked
package fr.jalon.console;

import org.jspecify.annotations.NullMarked;
