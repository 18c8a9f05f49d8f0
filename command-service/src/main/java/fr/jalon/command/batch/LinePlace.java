package fr.jalon.command.batch;

import org.jspecify.annotations.Nullable;

/**
 * Where a line stands in what was sent.
 *
 * @param line its number, as who sent it counts
 * @param size its size in bytes or characters
 * @param sheet whose row it is; null where it is no row of a workbook
 * @param isInOneOfSeveral whether other sheets are read too, so that the number alone tells too little
 */
record LinePlace(long line, int size, @Nullable String sheet, boolean isInOneOfSeveral) {
    static LinePlace of(long line, int size) {
        return new LinePlace(line, size, null, false);
    }
}
