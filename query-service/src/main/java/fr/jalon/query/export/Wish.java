package fr.jalon.query.export;

import fr.jalon.answers.AsOf;
import fr.jalon.readmodel.question.Extent;
import fr.jalon.tables.write.Format;
import java.util.List;

/**
 * What is to be carried away.
 *
 * @param bom whether its CSV begins with a byte order mark, by which spreadsheets know UTF-8
 * @param asOf the day, for what is another one on another day
 */
public record Wish(Exported what, Format format, boolean bom, AsOf asOf, List<Extent> extents) {
    public Wish {
        extents = List.copyOf(extents);
    }
}
