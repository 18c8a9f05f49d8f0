package fr.jalon.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** A file of requests as editors send them: parted by {@code ###}, with variables in double braces. */
record HttpFile(List<Request> requests) {
    private static final Pattern PARTED = Pattern.compile("^### ", Pattern.MULTILINE);
    private static final Pattern STATUS = Pattern.compile("# (\\d{3})");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{(\\w+)}}");

    /**
     * One request.
     *
     * @param meant the status that is to come; where the file names none, one that begins with 2
     */
    record Request(String title, OptionalInt meant, String method, String url, List<Header> headers, String body) {
        boolean isMeant(int status) {
            return meant.isPresent() ? status == meant.getAsInt() : status / 100 == 2;
        }

        /** As a test names it. */
        @Override
        public String toString() {
            return title + ": " + method + " " + url;
        }
    }

    /** A header's name and value. */
    record Header(String name, String value) {}

    static HttpFile read(Path file, Map<String, String> variables) {
        try {
            List<Request> requests = new ArrayList<>();
            String[] parts = PARTED.split(Files.readString(file), -1);
            if (!parts[0].isBlank()) {
                throw new AssertionError(file + " begins before its first request");
            }
            for (int i = 1; i < parts.length; i++) {
                requests.add(request(filled(parts[i].strip(), variables)));
            }
            return new HttpFile(requests);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String filled(String text, Map<String, String> variables) {
        return VARIABLE.matcher(text).replaceAll(variable -> {
            String value = variables.get(variable.group(1));
            if (value == null) {
                throw new AssertionError("There is no variable " + variable.group(1));
            }
            return value;
        });
    }

    private static Request request(String part) {
        int end = part.indexOf("\n\n");
        List<String> head = (end < 0 ? part : part.substring(0, end)).lines().toList();
        OptionalInt meant = head.stream()
                .filter(line -> STATUS.matcher(line).matches())
                .mapToInt(line -> Integer.parseInt(line.substring(2)))
                .findFirst();
        List<String> said =
                head.stream().skip(1).filter(line -> !line.startsWith("#")).toList();
        String[] call = said.getFirst().split(" ", 2);
        List<Header> headers = said.stream()
                .skip(1)
                .map(line -> line.split(": ", 2))
                .map(header -> new Header(header[0], header[1]))
                .toList();
        return new Request(head.getFirst(), meant, call[0], call[1], headers, end < 0 ? "" : part.substring(end + 2));
    }
}
