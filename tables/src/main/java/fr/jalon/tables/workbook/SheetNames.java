package fr.jalon.tables.workbook;

import fr.jalon.tables.read.WorkbookTooLargeException;
import java.util.ArrayList;
import java.util.List;

/** The names of a workbook's sheets, in order: as many, and of each as much, as is taken. */
final class SheetNames {
    private static final int MOST = 255;
    private static final int LONGEST = 255;

    private final List<String> names = new ArrayList<>();

    /** Adds the name of the next sheet, and gives what is kept of it. */
    String add(String name) throws WorkbookTooLargeException {
        if (names.size() == MOST) {
            throw new WorkbookTooLargeException("sheets of a workbook");
        }
        String kept = name.substring(0, Math.min(LONGEST, name.length()));
        names.add(kept);
        return kept;
    }

    /** How many there are so far. */
    int count() {
        return names.size();
    }

    List<String> all() {
        return List.copyOf(names);
    }
}
