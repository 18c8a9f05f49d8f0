package fr.jalon.query.export;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.Sight;
import fr.jalon.events.language.Language;
import fr.jalon.readmodel.question.Knowledge;
import fr.jalon.tables.write.Format;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be carried away.
 *
 * @param bom whether its CSV begins with a byte order mark, by which spreadsheets know UTF-8
 * @param asOf the day, for what is another one on another day
 * @param registers of which registers, each as far as it is known: all of it, whatever is recorded meanwhile
 * @param funder of fundings, whose alone; null for everybody's
 * @param sight what whoever carries it away may see
 * @param language of who carries it away; heeded by what is made for people alone
 */
public record Wish(
        Exported what,
        Format format,
        boolean bom,
        AsOf asOf,
        List<Knowledge> registers,
        @Nullable String funder,
        Sight sight,
        Language language) {
    public Wish {
        registers = List.copyOf(registers);
    }

    /** Whether it is in people's words: a workbook of entries, which they change and send back. */
    boolean isSpoken() {
        return what == Exported.ENTRIES && format.isWorkbook();
    }
}
