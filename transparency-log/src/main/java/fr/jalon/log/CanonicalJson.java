package fr.jalon.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * Canonical JSON (RFC 8785). What registers hold, objects, texts and whole numbers, is written straight from its text;
 * anything else is left to the library, whose answer this is in any case.
 */
final class CanonicalJson {
    /** No whole number of so many digits is written otherwise than it is said. */
    private static final int EXACT_DIGITS = 15;

    private static final int DEEPEST = 64;
    private static final int HEX = 16;
    private static final int UNICODE_DIGITS = 4;
    private static final String ESCAPED = "\"\\/bfnrt";
    private static final String MEANT = "\"\\/\b\f\n\r\t";

    private final String json;
    private final StringBuilder out;
    private int at;

    private CanonicalJson(String json) {
        this.json = json;
        this.out = new StringBuilder(json.length());
    }

    /** Something that only the library knows how to write, or that it refuses. */
    private static final class UnusualException extends Exception {
        private static final long serialVersionUID = 1L;

        UnusualException() {
            super(null, null, false, false);
        }
    }

    /** A member of an object, where it stands in what is written. */
    private record Member(String name, int from, int to) {}

    /**
     * The bytes that mean this.
     *
     * @throws IOException if it is not JSON
     */
    static byte[] of(String json) throws IOException {
        try {
            CanonicalJson text = new CanonicalJson(json);
            text.value(0);
            text.space();
            if (text.at == json.length()) {
                return text.out.toString().getBytes(StandardCharsets.UTF_8);
            }
        } catch (UnusualException _) {
            // The library's.
        }
        return new JsonCanonicalizer(json).getEncodedUTF8();
    }

    private void value(int depth) throws UnusualException {
        space();
        switch (depth > DEEPEST ? 0 : peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> text();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
    }

    private void object(int depth) throws UnusualException {
        int begin = out.length() + 1;
        List<Member> members = new ArrayList<>();
        take('{');
        out.append('{');
        space();
        while (peek() != '}') {
            if (!members.isEmpty()) {
                take(',');
                space();
            }
            int from = out.length();
            String name = text();
            space();
            take(':');
            out.append(':');
            value(depth + 1);
            members.add(new Member(name, from, out.length()));
            space();
        }
        at++;
        order(members, begin);
        out.append('}');
    }

    /** Members were written one behind the other; now they come by their names' UTF-16 units, with commas. */
    private void order(List<Member> members, int begin) throws UnusualException {
        String written = out.substring(begin);
        members.sort(Comparator.comparing(Member::name));
        out.setLength(begin);
        String before = null;
        for (Member member : members) {
            if (member.name.equals(before)) {
                throw new UnusualException();
            }
            if (before != null) {
                out.append(',');
            }
            out.append(written, member.from - begin, member.to - begin);
            before = member.name;
        }
    }

    private void array(int depth) throws UnusualException {
        take('[');
        out.append('[');
        space();
        boolean isFirst = true;
        while (peek() != ']') {
            if (!isFirst) {
                take(',');
                out.append(',');
            }
            value(depth + 1);
            space();
            isFirst = false;
        }
        at++;
        out.append(']');
    }

    private void word(String word) throws UnusualException {
        if (!json.startsWith(word, at)) {
            throw new UnusualException();
        }
        at += word.length();
        ended();
        out.append(word);
    }

    private void number() throws UnusualException {
        int from = at;
        boolean isNegative = peek() == '-';
        int first = isNegative ? at + 1 : at;
        at = first;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        int digits = at - first;
        boolean isPlain =
                digits > 0 && digits <= EXACT_DIGITS && (json.charAt(first) != '0' || (digits == 1 && !isNegative));
        if (!isPlain) {
            throw new UnusualException();
        }
        ended();
        out.append(json, from, at);
    }

    /** A word or a number goes no further. */
    private void ended() throws UnusualException {
        if (at < json.length() && ",]} \t\n\r".indexOf(json.charAt(at)) < 0) {
            throw new UnusualException();
        }
    }

    /** Writes a text and says what it is. */
    private String text() throws UnusualException {
        take('"');
        int from = at;
        for (char c = peek(); c != '"'; c = peek()) {
            if (c == '\\') {
                return quote(escaped(from));
            }
            if (c < ' ') {
                throw new UnusualException();
            }
            at++;
        }
        String text = json.substring(from, at++);
        out.append('"').append(text).append('"');
        return text;
    }

    private String escaped(int from) throws UnusualException {
        StringBuilder text = new StringBuilder().append(json, from, at);
        for (char c = peek(); c != '"'; c = peek()) {
            if (c < ' ') {
                throw new UnusualException();
            }
            at++;
            text.append(c == '\\' ? meant() : c);
        }
        at++;
        return text.toString();
    }

    /** What stands behind a backslash. */
    private char meant() throws UnusualException {
        char c = peek();
        at++;
        if (c == 'u') {
            int unit = 0;
            for (int i = 0; i < UNICODE_DIGITS; i++, at++) {
                int digit = peek() < 0x80 ? Character.digit(peek(), HEX) : -1;
                if (digit < 0) {
                    throw new UnusualException();
                }
                unit = unit * HEX + digit;
            }
            return (char) unit;
        }
        int known = ESCAPED.indexOf(c);
        if (known < 0) {
            throw new UnusualException();
        }
        return MEANT.charAt(known);
    }

    private String quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\') {
                out.append(c);
            } else if (c != '/' && MEANT.indexOf(c) >= 0) {
                out.append('\\').append(ESCAPED.charAt(MEANT.indexOf(c)));
            } else {
                out.append("\\u00").append(Character.forDigit(c / HEX, HEX)).append(Character.forDigit(c % HEX, HEX));
            }
        }
        out.append('"');
        return text;
    }

    private void take(char expected) throws UnusualException {
        if (peek() != expected) {
            throw new UnusualException();
        }
        at++;
    }

    private void space() {
        while (at < json.length() && " \t\n\r".indexOf(json.charAt(at)) >= 0) {
            at++;
        }
    }

    /** The next character; at the end one that nothing begins with. */
    private char peek() {
        return at < json.length() ? json.charAt(at) : 0;
    }
}
