package fr.jalon.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request of a {@code .http} file: its name after {@code ###}, its first line, its headers, an empty line, its body.
 * Headers in brackets are said to us and not sent.
 *
 * @param name of its answer's file, with the folder
 * @param headers as they are sent; {@code Accept-Language: fr} where none is written
 * @param wishes what is said to us: {@code [As]} an account of the demonstration, or nobody; {@code [Password]}, one
 *     that is not the demonstration's; {@code [Headers]}, that those of every answer are shown; {@code [Mask]}, what of
 *     the answer is hidden; {@code [Until]}, what the answer must say, asked for until it does; {@code [Lines]}, after
 *     how many lines the reader leaves; {@code [Pretty]}, that JSON is laid out for reading
 * @param body as it is written; {@code < file} for that of a file
 */
record GoldenRequest(
        String name, String method, String path, Map<String, String> headers, Map<String, String> wishes, String body) {
    /** In this order: what records comes after what reads. */
    private static final List<String> FILES =
            List.of("reading", "vocabulary", "audit", "exports", "problems", "upkeep", "drafts", "recording");

    private static final Pattern REPEATED = Pattern.compile("\\{\\{([^{}]+)\\*(\\d+)}}");

    /** All, in the order in which they are sent. */
    static List<GoldenRequest> all() throws IOException {
        List<GoldenRequest> requests = new ArrayList<>();
        for (String file : FILES) {
            requests.addAll(of(file));
        }
        return requests;
    }

    private static List<GoldenRequest> of(String file) throws IOException {
        List<GoldenRequest> requests = new ArrayList<>();
        List<String> block = new ArrayList<>();
        for (String line : GoldenFiles.lines(file + ".http")) {
            if (line.startsWith("###")) {
                add(requests, file, block);
                block = new ArrayList<>();
            }
            if (!line.startsWith("#") || line.startsWith("###")) {
                block.add(line);
            }
        }
        add(requests, file, block);
        return requests;
    }

    /** Asks for a link that the answer had, as the same reader. */
    GoldenRequest cited(String link) {
        return new GoldenRequest(name + " cited", "GET", link, Map.of(), Map.of("As", wish("As", "national")), "");
    }

    String wish(String name, String unless) {
        return wishes.getOrDefault(name, unless);
    }

    byte[] content() throws IOException {
        return body.startsWith("< ")
                ? GoldenFiles.read(body.substring(2))
                : expanded(body).getBytes(UTF_8);
    }

    private static void add(List<GoldenRequest> requests, String file, List<String> block) throws IOException {
        if (!block.isEmpty() && block.getFirst().startsWith("###")) {
            requests.add(parse(file, block));
        }
    }

    private static GoldenRequest parse(String file, List<String> block) throws IOException {
        String name = file + "/" + block.getFirst().substring("###".length()).strip();
        String[] first = expanded(block.get(1)).split(" ", 2);
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Accept-Language", "fr"));
        Map<String, String> wishes = new LinkedHashMap<>();
        int line = 2;
        for (; line < block.size() && !block.get(line).isBlank(); line++) {
            Entry<String, String> header = header(block.get(line));
            String key = header.getKey();
            if (key.startsWith("[")) {
                wishes.put(key.substring(1, key.length() - 1), header.getValue());
            } else {
                headers.put(key, header.getValue());
            }
        }
        String body = String.join("\n", block.subList(Math.min(line + 1, block.size()), block.size()));
        return new GoldenRequest(name, first[0], first[1], headers, wishes, body.stripTrailing());
    }

    private static Entry<String, String> header(String line) {
        String[] parts = expanded(line).split(":", 2);
        return Map.entry(parts[0].strip(), parts[1].strip());
    }

    /** With the long texts that it only describes: <code>{{a*3}}</code> for aaa. */
    private static String expanded(String text) {
        return REPEATED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1).repeat(Integer.parseInt(found.group(2)))));
    }
}
