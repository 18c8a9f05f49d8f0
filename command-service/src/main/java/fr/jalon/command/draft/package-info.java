/** Drafts of meetings, beside the register: kept until their entries are recorded, by the calls of {@code api}. */
@NullMarked
package fr.jalon.command.draft;

import org.jspecify.annotations.NullMarked;
