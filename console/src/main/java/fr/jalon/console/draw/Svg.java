package fr.jalon.console.draw;

import org.jspecify.annotations.Nullable;

/** SVG text in the making, in which whatever people wrote is inert. */
final class Svg {
    private final StringBuilder text = new StringBuilder(1 << 14);

    /** @param attributes names and values in turn; one whose value is null is left out */
    Svg open(String element, @Nullable String... attributes) {
        begin(element, attributes);
        text.append('>');
        return this;
    }

    Svg close(String element) {
        text.append("</").append(element).append('>');
        return this;
    }

    Svg empty(String element, @Nullable String... attributes) {
        begin(element, attributes);
        text.append("/>");
        return this;
    }

    /** An element with nothing but words in it. */
    Svg words(String element, String words, @Nullable String... attributes) {
        open(element, attributes);
        escape(words);
        return close(element);
    }

    /**
     * A link within the console.
     *
     * @param address a path of our own, never another site's or a script
     * @param told what it says where the words in it do not say enough
     */
    Svg link(String address, String look, @Nullable String told) {
        if (!address.startsWith("/") || address.startsWith("//")) {
            throw new IllegalArgumentException("No address of the console: " + address);
        }
        open("a", "href", address, "class", look);
        return told == null ? this : words("title", told);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void begin(String element, @Nullable String... attributes) {
        text.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            String value = attributes[i + 1];
            if (value != null) {
                text.append(' ').append(attributes[i]).append("=\"");
                escape(value);
                text.append('"');
            }
        }
    }

    private void escape(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char each = raw.charAt(i);
            switch (each) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\'' -> text.append("&#39;");
                default -> i += character(raw, i);
            }
        }
    }

    /** Appends what is allowed in XML as it stands; how many more chars it took. */
    private int character(String raw, int at) {
        int point = raw.codePointAt(at);
        boolean isAllowed = (point >= 0x20 || point == '\t' || point == '\n')
                && (point < 0xD800 || point > 0xDFFF)
                && point != 0xFFFE
                && point != 0xFFFF;
        text.appendCodePoint(isAllowed ? point : 0xFFFD);
        return Character.charCount(point) - 1;
    }
}
