package fr.jalon.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A document in Markdown, and what it refers to. */
record Document(Path file, String text) {
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)|^\\[[^]]+]:\\s+(\\S+)", Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.*)$", Pattern.MULTILINE);
    private static final Pattern NAMED =
            Pattern.compile("`(?:\\./)?(\\.?\\w[\\w.-]*(?:/[\\w.-]+)+/?|[A-Z]\\w*(?:Test|Contract))`");

    private static final Pattern METHOD = Pattern.compile("`([A-Z]\\w*Test)#(\\w+)`");

    static Document read(Path file) {
        try {
            return new Document(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A decision tells of the house as it was then. */
    boolean isDecision() {
        return file.getFileName().toString().matches("\\d{4}-.*");
    }

    /** The links to other places of the house. */
    Stream<Link> links() {
        return LINK.matcher(text)
                .results()
                .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
                .filter(target -> !target.matches("[a-z]+:.*"))
                .map(target -> new Link(file, target));
    }

    /** Paths of the house, and names of tests, that stand in the text as such. */
    Stream<String> named(Path root) {
        return NAMED.matcher(text)
                .results()
                .map(name -> name.group(1))
                .filter(name -> !name.contains("/") || Files.exists(root.resolve(name.substring(0, name.indexOf('/')))))
                .filter(name -> !name.matches("((.*/)?target|data|demo-data)/.*"));
    }

    /** Tests by their class and method, which a text names to show that what it says is so. */
    Stream<MatchResult> methods() {
        return METHOD.matcher(text).results();
    }

    /** As readers of Markdown make an anchor of a heading. */
    private boolean hasHeading(String anchor) {
        return HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1).strip().toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .anyMatch(anchor::equals);
    }

    /** From a document to a file, and perhaps to a heading in it. */
    record Link(Path from, String target) {
        boolean leadsSomewhere() {
            int hash = target.indexOf('#');
            String path = hash < 0 ? target : target.substring(0, hash);
            Path file = path.isEmpty() ? from : from.resolveSibling(path);
            return Files.exists(file) && (hash < 0 || Document.read(file).hasHeading(target.substring(hash + 1)));
        }
    }
}
