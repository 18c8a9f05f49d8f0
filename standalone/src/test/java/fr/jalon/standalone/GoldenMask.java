package fr.jalon.standalone;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.regex.Pattern;

/** What of an answer another run says otherwise, why, and what stands in its place in the golden file. */
enum GoldenMask {
    /**
     * The store stamps what is recorded by the machine's clock, and the database refuses any that is far from its own.
     * The times of the golden register, which are given, stay.
     */
    RECORDED_AT("(\"recordedAt\":\")(?!202[2-5]-)[^\"]+(\")", "$1<recordedAt>$2"),

    /** A workbook says when it was made, by the machine's clock. */
    MADE_AT("(<dcterms:created[^>]*>)[^<]+(<)", "$1<made>$2"),

    /** An id made from what a row says takes its texts as the key of this register makes them unreadable. */
    KEYED_IDS("(\"entryId\":\")[0-9a-f]{8}-[0-9a-f]{4}-3[0-9a-f]{3}-[0-9a-f-]{17}(\")", "$1<id>$2"),

    /** The report in an audit pack says when it was made and has a number of its own; its text is shown. */
    REPORT_DIGEST(
            "(\"name\":\"(?:territories/[a-z-]+/)?report.pdf\",\"size\":)\\d+(,\"sha256\":\")[0-9a-f]+",
            "$1<size>$2<digest>"),

    /** Of a manifest with such a digest. */
    MANIFEST_SIGNATURE(
            "(jalon/(?:audit|national)-pack@v1\n.+\n.+\n)[0-9a-f]{64}(\n\n\\S+ \\S+ )\\S+", "$1<digest>$2<signature>"),

    /** Of what has one of these in it. */
    DIGEST("(repr-digest: )[^\n]+", "$1<digest>"),

    /** The database says by its own clock when an erasure was asked for, and when it was done. */
    ERASURE_TIMES("(\"(?:asked|confirmed)At\":\")[^\"]+(\")", "$1<time>$2"),

    /** Likewise when a name was limited, and when that was lifted. */
    LIMITATION_TIMES("(\"(?:limited|lifted)At\":\")[^\"]+(\")", "$1<time>$2"),

    /** Likewise when a text was redacted. */
    REDACTION_TIMES("(\"redactedAt\":\")[^\"]+(\")", "$1<time>$2"),

    /** The database says by its own clock when a draft was last sent. */
    TOUCHED_AT("(\"touchedAt\":\")[^\"]+(\")", "$1<touchedAt>$2"),

    /** How far a task is when its answer is made depends on the machine, which may be done with it already. */
    PROGRESS("\"state\":.*\"total\":\\d+(?:,\"checked\":.*\"findings\":\\[\\])?", "<progress>");

    private final Pattern hidden;
    private final String shown;

    GoldenMask(String hidden, String shown) {
        this.hidden = Pattern.compile(hidden);
        this.shown = shown;
    }

    /** Hides what these masks hide, separated by commas; one that finds nothing to hide is not needed. */
    static byte[] applied(String names, byte[] answer) {
        String text = new String(answer, ISO_8859_1);
        for (String name : names.isEmpty() ? new String[0] : names.split(", ")) {
            GoldenMask mask = valueOf(name);
            if (!mask.hidden.matcher(text).find()) {
                throw new AssertionError("Nothing to hide by " + name);
            }
            text = mask.hidden.matcher(text).replaceAll(mask.shown);
        }
        return text.getBytes(ISO_8859_1);
    }
}
