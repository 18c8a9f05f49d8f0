package fr.jalon.console.draw;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A drawing as an XML parser reads it. */
final class Drawn {
    private final Document document;

    Drawn(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        this.document =
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    List<Element> all() {
        return elements(document.getDocumentElement(), "*");
    }

    /** Those that have this among their classes. */
    List<Element> looking(String look) {
        return all().stream()
                .filter(element ->
                        List.of(element.getAttribute("class").split(" ", -1)).contains(look))
                .toList();
    }

    List<Element> links() {
        return elements(document.getDocumentElement(), "a");
    }

    static List<Element> elements(Element in, String name) {
        var found = in.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    /** The words of all elements of this name in another. */
    static List<String> words(Element in, String name) {
        return elements(in, name).stream().map(Element::getTextContent).toList();
    }

    /** Names and values of all attributes. */
    Stream<List<String>> attributes() {
        return all().stream().flatMap(element -> {
            var attributes = element.getAttributes();
            List<List<String>> told = new ArrayList<>();
            for (int i = 0; i < attributes.getLength(); i++) {
                told.add(List.of(
                        attributes.item(i).getNodeName(), attributes.item(i).getNodeValue()));
            }
            return told.stream();
        });
    }
}
