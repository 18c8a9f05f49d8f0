package fr.jalon.tables.workbook;

import fr.jalon.tables.read.BrokenTableException;
import fr.jalon.tables.read.WorkbookTooLargeException;
import fr.jalon.tables.row.TableFaultCode;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One XML part of a workbook, read event by event. It declares nothing of its own and asks for nothing from elsewhere;
 * what a reader of XML would have to hold (one text or tag, the names met, the elements open) is bounded.
 */
final class Part implements Closeable {
    private static final int BYTES_OF_EVENT = 1 << 20;
    private static final int NAMES = 1000;
    private static final int DEPTH = 64;

    private final Bounded in;
    private final XMLStreamReader xml;
    private final Set<String> names = new HashSet<>();
    private int depth;

    Part(InputStream in) throws IOException {
        this.in = new Bounded(in);
        try {
            this.xml = parser().createXMLStreamReader(this.in);
        } catch (XMLStreamException e) {
            in.close();
            throw failure(e);
        }
    }

    /** One for each part: a factory keeps what it last made. */
    private static XMLInputFactory parser() {
        XMLInputFactory parser = XMLInputFactory.newDefaultFactory();
        parser.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parser.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return parser;
    }

    /** Goes on to the next element that opens or closes; false at the end. */
    boolean next() throws IOException {
        while (event()) {
            if (xml.isStartElement() || xml.isEndElement()) {
                return true;
            }
        }
        return false;
    }

    /** Goes on to the next element that opens or closes, or the next piece of text; false at the end. */
    boolean step() throws IOException {
        while (event()) {
            if (xml.isStartElement() || xml.isEndElement() || isText()) {
                return true;
            }
        }
        return false;
    }

    /** The text that stands here; empty where an element opens or closes. */
    String here() {
        return isText() ? xml.getText() : "";
    }

    boolean opens() {
        return xml.isStartElement();
    }

    boolean closes() {
        return xml.isEndElement();
    }

    /** The name of what opens or closes here, in whatever namespace. */
    String name() {
        return xml.getLocalName();
    }

    /** Whether what opens or closes here is of a namespace. */
    boolean isOf(String namespace) {
        return namespace.equals(xml.getNamespaceURI());
    }

    /** Whether an element of this name opens here, in whatever namespace: there are two generations of them. */
    boolean opens(String name) {
        return xml.isStartElement() && xml.getLocalName().equals(name);
    }

    boolean closes(String name) {
        return xml.isEndElement() && xml.getLocalName().equals(name);
    }

    /** An attribute of the element that opens here; empty where it has none such. */
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** The same, of a namespace where several have an attribute of this name. */
    String attribute(String namespace, String name) {
        String value = xml.getAttributeValue(namespace, name);
        return value == null ? "" : value;
    }

    /**
     * The text directly inside the element that opens here, up to so many characters, one more where there are more.
     */
    String text(int most) throws IOException {
        StringBuilder text = new StringBuilder();
        int inside = depth;
        while (event() && depth >= inside) {
            if (isText() && depth == inside) {
                text.append(xml.getText(), 0, Math.min(xml.getTextLength(), most + 1 - text.length()));
            }
        }
        return text.toString();
    }

    /** Passes over the element that opens here, and all that is inside. */
    void skip() throws IOException {
        text(0);
    }

    private boolean isText() {
        return xml.isCharacters() || xml.getEventType() == XMLStreamConstants.CDATA;
    }

    private boolean event() throws IOException {
        in.newEvent();
        try {
            if (!xml.hasNext()) {
                return false;
            }
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new BrokenTableException(TableFaultCode.DOCUMENT_TYPE, 1);
            }
            bound(event);
            return true;
        } catch (XMLStreamException | IllegalArgumentException e) {
            throw failure(e);
        }
    }

    private void bound(int event) throws IOException {
        if (event == XMLStreamConstants.START_ELEMENT) {
            depth++;
            names.add(xml.getLocalName());
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                names.add(xml.getAttributeLocalName(i));
            }
            for (int i = 0; i < xml.getNamespaceCount(); i++) {
                names.add(String.valueOf(xml.getNamespacePrefix(i)));
                names.add(String.valueOf(xml.getNamespaceURI(i)));
            }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        } else if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
            names.add(xml.getPITarget());
        }
        if (depth > DEPTH || names.size() > NAMES) {
            throw new WorkbookTooLargeException("names or depth of a part");
        }
    }

    /** The parser wraps what its input threw. */
    private static IOException failure(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof WorkbookTooLargeException large) {
                return large;
            }
        }
        return new BrokenTableException(TableFaultCode.BROKEN_WORKBOOK, 1);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Gives so many bytes an event and no more: nothing that is one in XML can grow longer. */
    private static final class Bounded extends FilterInputStream {
        private int left = BYTES_OF_EVENT;

        Bounded(InputStream in) {
            super(in);
        }

        void newEvent() {
            left = BYTES_OF_EVENT;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (left == 0) {
                throw new WorkbookTooLargeException("one text or tag");
            }
            int read = super.read(into, from, Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }
    }
}
