/** Step 1 of 8, HTTP: workbooks that people send, XLSX and OpenDocument, part by part, each thing in them bounded. */
@NullMarked
package fr.jalon.tables.workbook;

import org.jspecify.annotations.NullMarked;
