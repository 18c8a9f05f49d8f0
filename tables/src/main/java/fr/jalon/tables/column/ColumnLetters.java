package fr.jalon.tables.column;

/** A column as spreadsheets call it by its place: A, B, … Z, AA. */
public final class ColumnLetters {
    private static final int LETTERS = 26;

    private ColumnLetters() {}

    public static String of(int place) {
        String last = String.valueOf((char) ('A' + place % LETTERS));
        return place < LETTERS ? last : of(place / LETTERS - 1) + last;
    }
}
