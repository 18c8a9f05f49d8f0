package fr.jalon.console.draw;

/** A drawing as a file of its own: as wide as a sheet, with its looks in it. */
public final class SvgFile {
    private static final String AS_WIDE_AS_ITS_PLACE = "width=\"100%\"";
    private static final String AS_A_SHEET = "width=\"1200\"";

    private SvgFile() {}

    /** @param looks a style sheet of ours, in which no CDATA section ends */
    public static String of(String drawing, String looks) {
        int begun = drawing.indexOf('>') + 1;
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + drawing.substring(0, begun).replace(AS_WIDE_AS_ITS_PLACE, AS_A_SHEET)
                + "<style><![CDATA[" + looks + "]]></style>"
                + drawing.substring(begun);
    }
}
