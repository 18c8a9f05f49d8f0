package fr.jalon.tables.workbook;

import fr.jalon.tables.column.Xstring;
import fr.jalon.tables.read.CellsOfRow;
import fr.jalon.tables.read.WorkbookTooLargeException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The texts that a workbook's cells share by number. They are all held, so they are few enough. */
final class SharedTexts {
    private static final int MOST = 200_000;
    private static final int CHARACTERS = 4 << 20;

    private final List<String> texts;

    private SharedTexts(List<String> texts) {
        this.texts = texts;
    }

    static SharedTexts none() {
        return new SharedTexts(List.of());
    }

    static SharedTexts of(Part part) throws IOException {
        List<String> texts = new ArrayList<>();
        int characters = 0;
        while (part.next()) {
            if (part.opens("si")) {
                String text = text(part, "si");
                characters += text.length();
                texts.add(text);
            }
            if (texts.size() > MOST || characters > CHARACTERS) {
                throw new WorkbookTooLargeException("shared texts");
            }
        }
        return new SharedTexts(texts);
    }

    /** The text inside this element, whatever its runs look like, without what only says how to pronounce it. */
    static String text(Part part, String element) throws IOException {
        StringBuilder text = new StringBuilder();
        while (part.next() && !part.closes(element)) {
            if (part.opens("rPh")) {
                part.skip();
            } else if (part.opens("t") && text.length() <= CellsOfRow.CHARACTERS_OF_CELL) {
                text.append(part.text(CellsOfRow.CHARACTERS_OF_CELL));
            }
        }
        return oneText(text.toString());
    }

    /** A text as the workbook means it, its lines ended as ours are. */
    static String oneText(String written) {
        return Xstring.read(written).replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Whether there is one of this number. */
    boolean has(int number) {
        return number >= 0 && number < texts.size();
    }

    String get(int number) {
        return texts.get(number);
    }
}
