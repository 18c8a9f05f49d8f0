package fr.jalon.tables.write;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook to fill in, as ECMA-376 has it. */
final class XlsxForm {
    private XlsxForm() {}

    static void write(WorkbookForm form, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Jalon", "1.0")) {
            List<Worksheet> sheets = form.sheets().stream()
                    .map(sheet -> workbook.newWorksheet(sheet.name()))
                    .toList();
            Worksheet lists = workbook.newWorksheet(form.lists());
            lists.setVisibilityState(VisibilityState.HIDDEN);
            Map<List<String>, Range> ranges = new HashMap<>();
            for (List<String> words : form.words()) {
                ranges.put(words, list(lists, ranges.size(), words));
            }
            for (int i = 0; i < sheets.size(); i++) {
                fill(sheets.get(i), form.sheets().get(i), ranges);
            }
        }
    }

    private static Range list(Worksheet lists, int place, List<String> words) {
        for (int row = 0; row < words.size(); row++) {
            lists.inlineString(row, place, words.get(row));
        }
        return lists.range(0, place, words.size() - 1, place);
    }

    private static void fill(Worksheet sheet, FormSheet form, Map<List<String>, Range> ranges) {
        sheet.freezePane(0, 1);
        for (int place = 0; place < form.columns().size(); place++) {
            FormColumn column = form.columns().get(place);
            sheet.width(place, column.width());
            if (column.isText()) {
                sheet.style(place).format("@").set();
            }
            sheet.inlineString(0, place, column.head());
            StyleSetter head = sheet.style(0, place).bold();
            (column.colour() == null ? head : head.fillColor(column.colour())).set();
            Pick pick = column.pick();
            if (pick != null) {
                Range cells = sheet.range(1, place, WorkbookForm.ROWS, place);
                cells.validateWithList(ranges.get(pick.words())).showErrorMessage(pick.isClosed());
            }
        }
        for (int row = 0; row < form.rows().size(); row++) {
            put(sheet, row + 1, form.rows().get(row));
        }
    }

    private static void put(Worksheet sheet, int row, List<String> cells) {
        for (int place = 0; place < cells.size(); place++) {
            if (!cells.get(place).isEmpty()) {
                sheet.inlineString(row, place, cells.get(place));
            }
        }
    }
}
