package fr.jalon.events.phrase;

import org.jspecify.annotations.Nullable;

/** How long something lasts, as it is said: « six mois ». */
record Length(int count, Unit unit) {
    /** The length that stands at the cursor. */
    static @Nullable Length at(Cursor cursor) {
        return cursor.attempt(() -> {
            Integer digits = cursor.number(1, 4);
            Integer count = digits == null ? cursor.meaning(Vocabulary.NUMBERS) : digits;
            cursor.sign('-');
            Unit unit = count == null ? null : cursor.meaning(Vocabulary.UNITS);
            return count == null || unit == null ? null : new Length(count, unit);
        });
    }

    /** As the register writes it. */
    String text() {
        return unit.duration(count);
    }
}
