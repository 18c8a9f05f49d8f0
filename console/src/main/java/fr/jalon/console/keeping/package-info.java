/** The pages that keep the register: is it sound, who may come in, who looked, whom it is to forget. */
@NullMarked
package fr.jalon.console.keeping;

import org.jspecify.annotations.NullMarked;
