/** Tables as they are written: CSV, XLSX, OpenDocument and JSON, row after row, none of them kept. */
@NullMarked
package fr.jalon.tables.write;

import org.jspecify.annotations.NullMarked;
