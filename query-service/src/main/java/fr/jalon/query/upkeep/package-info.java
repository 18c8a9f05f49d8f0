/** What an operator may do to the read models: have them made anew, try parked territories again. */
@NullMarked
package fr.jalon.query.upkeep;

import org.jspecify.annotations.NullMarked;
