@NullMarked
package fr.jalon.tables.workbook;

import org.jspecify.annotations.NullMarked;
