/** The pages that read the register: home, a territory, its history, an entry, and what lies between two dates. */
@NullMarked
package fr.jalon.console.reading;

import org.jspecify.annotations.NullMarked;
