package fr.jalon.tables.write;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** One part of an OpenDocument workbook being written, with the prefixes that everybody uses. */
final class OdsXml {
    private static final String NAMES = "urn:oasis:names:tc:opendocument:xmlns:";
    private static final String[][] PREFIXES = {
        {"office", NAMES + "office:1.0"},
        {"style", NAMES + "style:1.0"},
        {"table", NAMES + "table:1.0"},
        {"text", NAMES + "text:1.0"},
        {"number", NAMES + "datastyle:1.0"},
        {"fo", NAMES + "xsl-fo-compatible:1.0"},
        {"config", NAMES + "config:1.0"},
        {"ooo", "http://openoffice.org/2004/office"},
        {"of", NAMES + "of:1.2"},
    };

    private final XMLStreamWriter xml;

    /** Begins a part; the stream outlives it. */
    OdsXml(OutputStream out, String root) throws IOException {
        try {
            // The writer hands on what it writes letter by letter.
            xml = XMLOutputFactory.newDefaultFactory()
                    .createXMLStreamWriter(new BufferedOutputStream(out), StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement(root);
            for (String[] prefix : PREFIXES) {
                xml.writeNamespace(prefix[0], prefix[1]);
            }
            xml.writeAttribute("office:version", "1.2");
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Opens an element with these attributes, each a name and a value; one whose value is empty is left out. */
    OdsXml open(String name, String... attributes) throws IOException {
        try {
            xml.writeStartElement(name);
            write(attributes);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return this;
    }

    /** The same of an element with nothing in it. */
    OdsXml empty(String name, String... attributes) throws IOException {
        try {
            xml.writeEmptyElement(name);
            write(attributes);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return this;
    }

    private void write(String[] attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                xml.writeAttribute(attributes[i], attributes[i + 1]);
            }
        }
    }

    OdsXml text(String text) throws IOException {
        try {
            xml.writeCharacters(text);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return this;
    }

    /** Closes the element opened last. */
    OdsXml close() throws IOException {
        try {
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return this;
    }

    /** Closes all that is open. */
    void end() throws IOException {
        try {
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
