package fr.jalon.console.draw;

import io.nayuki.qrcodegen.QrCode;

/** A text as a picture for cameras (QR code, ISO 18004), drawn here: what it says is sent to nobody. */
public final class QrSvg {
    /** Of light around it, as readers want it. */
    private static final int MARGIN = 4;

    private QrSvg() {}

    /**
     * The picture, black on white whatever the page's colours: readers need it so.
     *
     * @param label what it is, for those who do not see it
     * @throws io.nayuki.qrcodegen.DataTooLongException if the text is longer than such a picture holds
     */
    public static String of(String text, String label) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        int size = code.size + 2 * MARGIN;
        StringBuilder dark = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    dark.append('M')
                            .append(x + MARGIN)
                            .append(',')
                            .append(y + MARGIN)
                            .append("h1v1h-1z");
                }
            }
        }
        return new Svg()
                .open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "viewBox",
                        "0 0 " + size + " " + size,
                        "role",
                        "img",
                        "aria-label",
                        label,
                        "class",
                        "qr",
                        "shape-rendering",
                        "crispEdges")
                .empty("rect", "width", Integer.toString(size), "height", Integer.toString(size), "fill", "#fff")
                .empty("path", "d", dark.toString(), "fill", "#000")
                .close("svg")
                .toString();
    }
}
