/** The second factor: codes of an application that its holder has at hand, and those for the day when it is lost. */
@NullMarked
package fr.jalon.standalone.factor;

import org.jspecify.annotations.NullMarked;
