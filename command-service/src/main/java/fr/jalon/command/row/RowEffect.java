package fr.jalon.command.row;

import fr.jalon.tables.row.RowAction;
import fr.jalon.web.problem.Bilingual;

/**
 * What a row does with an entry that is in the register.
 *
 * @param position the entry's number there
 * @param detail the same as a sentence
 */
public record RowEffect(RowAction does, long position, Bilingual detail) {}
